package org.amts.engine.local.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.segment.FuzzyScore;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationMemoryTest {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");

  @Test
  void findsTheMostSimilarFirst() {
    try (TranslationMemory memory = memory("How are you?=你好吗？", "Where is the model?=模型在哪里？")) {
      List<MemoryMatch> found = memory.search(Segment.of("Hello, how are you?"), 5, 0.5);
      assertThat(found).extracting(match -> match.example().target()).containsExactly("你好吗？");
      assertThat(found.get(0).score())
          .isCloseTo(1 - 2.1 / 6, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  @Test
  void emptyMemoryFindsNothing() {
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      assertThat(memory.size()).isZero();
      assertThat(memory.search(Segment.of("text"), 3, 0)).isEmpty();
      assertThat(memory.related(Segment.of("text"), 3)).isEmpty();
      assertThat(memory.exact(Segment.of("text"), null, null)).isEmpty();
      assertThatThrownBy(() -> memory.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void whatIsAddedIsFoundNext() {
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      for (int i = 0; i < 50; i++) {
        Segment source = Segment.of("sentence about w" + i);
        memory.add(List.of(new Example(source, "t" + i)));
        assertThat(memory.search(source, 1, 1)).extracting(MemoryMatch::id).containsExactly(i);
        assertThat(memory.get(i).target()).isEqualTo("t" + i);
      }
    }
  }

  @Test
  void aLaterPairReplacesAnEarlierInTheSameContextOnly() {
    try (TranslationMemory memory = memory("a=1", "b=2", "c=3", "x=4", "b=5", "y=6")) {
      assertThat(targets(memory.search(Segment.of("b"), 9, 1))).containsExactly("5", "2");
      memory.add(examples("a=1", "b=7", "c=3"));
      assertThat(targets(memory.search(Segment.of("b"), 9, 1))).containsExactly("7", "5");
      assertThat(memory.size()).isEqualTo(9);
      assertThat(memory.get(1).target()).isEqualTo("2");
    }
  }

  @Test
  void manyReplacedExamplesDoNotHideTheLatest() {
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      memory.add(examples("train the model=old", "another text=x"));
      for (int i = 0; i < 300; i++) {
        memory.add(examples("train a model=" + i));
      }
      assertThat(targets(memory.search(Segment.of("train a model"), 9, 0.5)))
          .containsExactly("299", "old");
    }
  }

  @Test
  void exactPrefersTheContextThenTheLatest() {
    try (TranslationMemory memory = memory("a=1", "Note=2", "c=3", "x=4", "Note=5", "y=6")) {
      Segment note = Segment.of("Note");
      assertThat(exact(memory, note, null, null)).isEqualTo("5");
      assertThat(exact(memory, note, "a", "c")).isEqualTo("2");
      assertThat(exact(memory, note, "x", "y")).isEqualTo("5");
      assertThat(exact(memory, note, "a", null)).isEqualTo("2");
      assertThat(memory.exact(Segment.of("note"), null, null)).isEmpty();
    }
  }

  @Test
  void exactLooksPastNumbersAndPlaceholders() {
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      memory.add(List.of(Example.of("Call `f` 3 times.", "调用 `f` 3 次。")));
      memory.add(List.of(Example.of("Call `h` 9 times.", "调用 `h` 9 次。")));
      Segment asked = SegmentParser.parse("Call  `g` 12 times.");
      MemoryMatch match = memory.exact(asked, null, null).orElseThrow();
      assertThat(match.id()).isEqualTo(1);
      assertThat(match.score()).isGreaterThan(0.95).isLessThan(1);
      assertThat(MatchRepair.repair(match.example(), asked)).contains("调用 ⟦0⟧ 12 次。");
      assertThat(
              memory.exact(SegmentParser.parse("Call `f` 3 times."), null, null).orElseThrow().id())
          .isZero();
    }
  }

  @Test
  void relatedCoversTheWordsOfTheSource() {
    List<Example> examples =
        new ArrayList<>(examples("about gradient=1", "about gradient=2", "about tokenizer=3"));
    IntStream.range(0, 500)
        .forEach(i -> examples.add(new Example(Segment.of("about filler" + i), "")));
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      memory.add(examples);
      assertThat(memory.related(Segment.of("about the gradient of a tokenizer"), 2))
          .extracting(match -> match.example().source().text())
          .containsExactlyInAnyOrder("about gradient", "about tokenizer");
    }
  }

  /** Memories larger than the number of candidates, of sentences that share most words. */
  @Test
  void findsWhatComparingWithAllFinds() {
    int found = 0;
    int all = 0;
    for (int seed = 0; seed < 20; seed++) {
      RandomText random = new RandomText(seed);
      List<Example> examples = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        examples.add(new Example(sentence(random), "t" + i));
      }
      try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
        memory.add(examples);
        for (int query = 0; query < 20; query++) {
          Segment source = sentence(random);
          double best =
              examples.stream().mapToDouble(e -> FuzzyScore.of(source, e.source())).max().orElse(0);
          List<MemoryMatch> matches = memory.search(source, 3, 0);
          assertThat(matches)
              .as("%s", random)
              .isSortedAccordingTo(Comparator.comparingDouble(match -> -match.score()));
          for (MemoryMatch match : matches) {
            assertThat(match.score())
                .as("%s", random)
                .isEqualTo(FuzzyScore.of(source, examples.get(match.id()).source()));
          }
          if (best >= 0.5) {
            all++;
            found += !matches.isEmpty() && matches.get(0).score() == best ? 1 : 0;
          }
        }
      }
    }
    assertThat(all).isGreaterThan(50);
    assertThat((double) found / all).isGreaterThan(0.97);
  }

  @Test
  void aSmallMemoryIsSearchedAsAWhole() {
    for (int seed = 0; seed < 50; seed++) {
      RandomText random = new RandomText(seed);
      List<Example> examples = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        examples.add(new Example(random.segment(4, random.number(3)), "t" + i));
      }
      try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
        memory.add(examples);
        for (int query = 0; query < 10; query++) {
          Segment source = random.segment(4, random.number(3));
          double best =
              examples.stream().mapToDouble(e -> FuzzyScore.of(source, e.source())).max().orElse(0);
          assertThat(memory.search(source, 1, 0).get(0).score()).as("%s", random).isEqualTo(best);
        }
      }
    }
  }

  @Test
  void anythingComesBackAsItWasAdded() {
    List<Example> examples = new ArrayList<>();
    RandomText random = new RandomText(1);
    for (int i = 0; i < 300; i++) {
      Segment source = random.segment(random.number(60), random.number(4));
      examples.add(new Example(source, random.text(random.number(40))));
    }
    examples.add(new Example(Segment.of("long ".repeat(50_000)), "x".repeat(100_000)));
    examples.add(new Example(Segment.of(""), ""));
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      memory.add(examples);
      assertThat(IntStream.range(0, memory.size()).mapToObj(memory::get)).isEqualTo(examples);
    }
  }

  @Test
  void outlivesTheProcess(@TempDir Path folder) {
    String fingerprint;
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      memory.add(examples("a=1", "b=2", "c=3"));
      memory.add(examples("a=1", "b=4", "c=3"));
      fingerprint = memory.fingerprint();
    }
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      assertThat(memory.fingerprint()).isEqualTo(fingerprint);
      assertThat(targets(memory.search(Segment.of("b"), 9, 1))).containsExactly("4");
      memory.add(examples("a=1", "b=5", "c=3"));
      assertThat(targets(memory.search(Segment.of("b"), 9, 1))).containsExactly("5");
    }
  }

  @Test
  void fingerprintTellsWhatIsHeld() {
    List<Example> examples = examples("a=1", "b=2");
    try (TranslationMemory memory = TranslationMemory.open(null, PAIR)) {
      String empty = memory.fingerprint();
      assertThat(empty).isEqualTo(TranslationMemory.fingerprint(List.of()));
      memory.add(examples);
      assertThat(memory.fingerprint())
          .isEqualTo(TranslationMemory.fingerprint(examples))
          .isNotEqualTo(TranslationMemory.fingerprint(examples("b=2", "a=1")))
          .isNotEqualTo(empty);
    }
  }

  @Test
  void holdImportsOnlyWhatIsNew(@TempDir Path folder) {
    List<Example> examples = examples("a=1", "b=2", "c=3");
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      assertThat(memory.hold(examples)).isFalse();
      assertThat(memory.hold(examples)).isTrue();
    }
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      assertThat(memory.hold(examples)).isTrue();
      for (List<Example> others :
          List.of(
              examples("a=1", "b=2", "c=4"),
              examples("a=1"),
              examples("a=1", "x=9", "b=2", "c=3"),
              examples())) {
        assertThat(memory.hold(others)).isFalse();
        assertThat(memory.hold(others)).isTrue();
        assertThat(memory.fingerprint()).isEqualTo(TranslationMemory.fingerprint(others));
        assertThat(IntStream.range(0, memory.size()).mapToObj(memory::get)).isEqualTo(others);
      }
      memory.add(examples("a=1"));
      memory.add(examples("b=2"));
      assertThat(memory.hold(examples("a=1", "b=2"))).as("two sequences are not one").isFalse();
    }
  }

  @Test
  void aBrokenSourceOfExamplesLosesNothing() {
    try (TranslationMemory memory = memory("a=1")) {
      Iterable<Example> broken =
          () ->
              Stream.of("b=2", "c=3")
                  .map(
                      text -> {
                        if (text.startsWith("c")) {
                          throw new IllegalStateException("line 2");
                        }
                        return examples(text).get(0);
                      })
                  .iterator();
      assertThatThrownBy(() -> memory.add(broken)).hasMessage("line 2");
      assertThat(targets(memory.search(Segment.of("b"), 1, 1))).containsExactly("2");
      memory.add(examples("d=4"));
      assertThat(memory.size()).isEqualTo(3);
    }
  }

  @Test
  void aSecondOpenerIsToldSo(@TempDir Path folder) {
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      memory.add(examples("a=1"));
      assertThatThrownBy(() -> TranslationMemory.open(folder, PAIR))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("in use by another run");
      assertThat(memory.size()).isEqualTo(1);
    }
  }

  @Test
  void anotherPairStartsAnew(@TempDir Path folder) {
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
      memory.add(examples("a=1"));
    }
    try (TranslationMemory memory = TranslationMemory.open(folder, PAIR.reversed())) {
      assertThat(memory.size()).isZero();
    }
  }

  @Test
  void damageMakesItEmptyAndIsNeverFatal(@TempDir Path root) throws IOException {
    List<Example> examples = new ArrayList<>();
    RandomText random = new RandomText(7);
    for (int i = 0; i < 200; i++) {
      examples.add(new Example(random.segment(9, 1), "t"));
    }
    for (int seed = 0; seed < 40; seed++) {
      Path folder = root.resolve("m" + seed);
      try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
        memory.add(examples);
      }
      Files.writeString(folder.resolve("notes.txt"), "not ours");
      String what = damage(folder, new RandomText(seed));
      try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
        assertThat(memory.size()).as("seed %d, %s", seed, what).isIn(0, 200);
        memory.hold(examples);
        assertThat(IntStream.range(0, 200).mapToObj(memory::get)).isEqualTo(examples);
      }
      assertThat(folder.resolve("notes.txt")).exists();
    }
  }

  /** Deletes, cuts off or changes a file. */
  private static String damage(Path folder, RandomText random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> !file.getFileName().toString().matches("write.lock|notes.txt"))
              .sorted()
              .toList();
    }
    Path file = files.get(random.number(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    switch (random.number(3)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.number(bytes.length)));
      default -> {
        bytes[random.number(bytes.length)] ^= 0x41;
        Files.write(file, bytes);
      }
    }
    return file.getFileName().toString();
  }

  @Test
  void aTemporaryMemoryLeavesNothing() throws IOException {
    TranslationMemory memory = memory("a=1");
    Path folder = memory.folder();
    assertThat(folder).exists();
    memory.close();
    assertThat(folder).doesNotExist();
    memory.close();
    assertThatThrownBy(() -> memory.search(Segment.of("a"), 1, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void searchesWhileExamplesAreAdded() throws Exception {
    try (TranslationMemory memory = memory("shared words here=0")) {
      Thread adder =
          new Thread(
              () -> {
                for (int i = 1; i <= 100; i++) {
                  memory.add(examples("shared words here " + i + " x=" + i));
                }
              });
      adder.start();
      while (adder.isAlive()) {
        assertThat(memory.search(Segment.of("shared words here"), 3, 0.5)).isNotEmpty();
      }
      adder.join();
      assertThat(memory.size()).isEqualTo(101);
    }
  }

  private static final List<String> VOCABULARY =
      List.of("a", "model", "layer", "loss", "data", "train", "learn", "deep", "rate", "batch");

  private static Segment sentence(RandomText random) {
    List<String> words = new ArrayList<>();
    for (int i = 4 + random.number(8); i > 0; i--) {
      words.add(
          random.number(3) > 0
              ? VOCABULARY.get(random.number(VOCABULARY.size()))
              : "w" + random.number(40));
    }
    return Segment.of(String.join(" ", words));
  }

  private static String exact(
      TranslationMemory memory, Segment source, String previous, String next) {
    return memory
        .exact(
            source,
            previous == null ? null : Segment.of(previous),
            next == null ? null : Segment.of(next))
        .orElseThrow()
        .example()
        .target();
  }

  private static List<String> targets(List<MemoryMatch> matches) {
    return matches.stream().map(match -> match.example().target()).toList();
  }

  private static TranslationMemory memory(String... pairs) {
    TranslationMemory memory = TranslationMemory.open(null, PAIR);
    memory.add(examples(pairs));
    return memory;
  }

  private static List<Example> examples(String... pairs) {
    return Stream.of(pairs)
        .map(pair -> pair.split("=", 2))
        .map(parts -> new Example(Segment.of(parts[0]), parts[1]))
        .toList();
  }
}
