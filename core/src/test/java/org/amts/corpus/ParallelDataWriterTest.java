package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelDataWriterTest {

  private static final String[] NASTY = {
    "\"",
    "\"\"",
    ",",
    "\t",
    "\n",
    "\r",
    "\r\n",
    " ",
    "  ",
    "+",
    "-",
    "=",
    "@",
    "'",
    "&",
    "<",
    ">",
    "]]>",
    "<!--",
    "&lt;",
    "&#13;",
    "\uFEFF",
    "\u0085",
    "\u2028",
    "\u00A0",
    "\u0000",
    "\u0007",
    "\uFFFE",
    "\uD83D",
    "\uDE00",
    "😀",
    "é",
    "e\u0301",
    "字",
    "⟦0⟧",
    "$x$",
    "`a`",
    "word",
    "İ",
    "ı",
    "字".repeat(120),
    "long ".repeat(60)
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.tsv", "a.tmx"})
  void whatIsWrittenIsReadAgain(String name) throws IOException {
    for (long seed = 1; seed <= 40; seed++) {
      List<ParallelPair> pairs = nastyPairs(new Random(seed), 60);
      Path file = folder.resolve(name);
      List<DroppedPair> dropped =
          ParallelDataWriter.write(file, new ParallelData("en", "zh", pairs));
      ParallelDataImport read = ParallelDataReader.read(file);
      assertThat(read.failed()).as("seed %d: %s", seed, read.problems()).isZero();
      assertThat(read.data().get(0).pairs())
          .as("seed %d", seed)
          .containsExactlyElementsOf(expected(pairs, dropped));
      assertThat(dropped).allSatisfy(each -> assertThat(each.detail()).isNotBlank());
      // Each dropped pair breaks a rule that can be seen.
      assertThat(dropped)
          .as("seed %d", seed)
          .allMatch(each -> breaksARule(each.pair().source()) || breaksARule(each.pair().target()));
    }
  }

  @Test
  void writesCommaSeparatedValues() throws IOException {
    Path file = folder.resolve("new/folder/a.csv");
    List<DroppedPair> dropped =
        ParallelDataWriter.write(
            file,
            new ParallelData(
                "en",
                "es",
                List.of(
                    new ParallelPair("plain", "llano"),
                    new ParallelPair("a, b", "a \"b\""),
                    new ParallelPair("- item", "- elemento"),
                    new ParallelPair("two\nlines", "dos líneas"),
                    new ParallelPair("a", " "))));
    assertThat(file).hasContent("en,es\nplain,llano\n\"a, b\",\"a \"\"b\"\"\"\n");
    assertThat(dropped)
        .extracting(DroppedPair::index, DroppedPair::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "the source begins with -, which no field may"),
            org.assertj.core.groups.Tuple.tuple(
                3, "the source has a line break, which no field may"),
            org.assertj.core.groups.Tuple.tuple(4, "the target is empty"));
  }

  @Test
  void translationMemoryHoldsWhatFieldsMayNot() throws IOException {
    Path file = folder.resolve("a.tmx");
    List<ParallelPair> pairs =
        List.of(new ParallelPair("- item", "= a\r\n<b>"), new ParallelPair("@x", "+1"));
    assertThat(ParallelDataWriter.write(file, new ParallelData("en", "es", pairs))).isEmpty();
    assertThat(ParallelDataReader.read(file).data().get(0).pairs()).isEqualTo(pairs);
  }

  @Test
  void oldFileStaysUntilTheNewOneIsComplete() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    try (ParallelDataWriter writer = ParallelDataWriter.open(file, "en", "es")) {
      writer.write(new ParallelPair("a", "b"));
      assertThat(file).hasContent("old");
    }
    assertThat(file).hasContent("old");
    try (ParallelDataWriter writer = ParallelDataWriter.open(file, "en", "es")) {
      writer.write(new ParallelPair("a", "b"));
      writer.commit();
    }
    assertThat(file).hasContent("en,es\na,b\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void refusesWrongNames() {
    assertThatThrownBy(() -> ParallelDataWriter.open(folder.resolve("a.txt"), "en", "es"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ParallelDataWriter.open(folder.resolve("a.csv"), "en", "a b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.tmx"})
  void largeFilesAreStreams(String name) throws IOException {
    Path file = folder.resolve(name);
    int count = 200_000;
    try (ParallelDataWriter writer = ParallelDataWriter.open(file, "en", "es")) {
      for (int i = 0; i < count; i++) {
        writer.write(new ParallelPair("source & \"text\" " + i, "<target> & 'text' " + i));
      }
      writer.commit();
    }
    assertThat(ParallelDataReader.read(file).imported()).isEqualTo(count);
  }

  private static List<ParallelPair> expected(List<ParallelPair> pairs, List<DroppedPair> dropped) {
    Set<Integer> left = new HashSet<>();
    dropped.forEach(each -> left.add(each.index()));
    Map<String, ParallelPair> last = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (!left.contains(i)) {
        last.remove(pairs.get(i).source());
        last.put(pairs.get(i).source(), pairs.get(i));
      }
    }
    return new ArrayList<>(last.values());
  }

  private static boolean breaksARule(String text) {
    return text.isBlank()
        || AmazonRules.bytes(text) > 1000
        || "+-=@".indexOf(text.charAt(0)) >= 0
        || text.matches("(?s).*[\\x00-\\x08\\x0A-\\x1F\\uFFFE].*")
        || text.codePoints().anyMatch(each -> each >= 0xD800 && each <= 0xDFFF);
  }

  private static List<ParallelPair> nastyPairs(Random random, int count) {
    List<ParallelPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new ParallelPair(nasty(random), nasty(random)));
    }
    return pairs;
  }

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(NASTY[random.nextInt(NASTY.length)]);
    }
    return text.toString();
  }
}
