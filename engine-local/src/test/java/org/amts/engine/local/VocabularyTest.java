package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.amts.engine.EngineException;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;

/** Text to pieces and back. */
class VocabularyTest {

  private final byte[] file = TinyModel.read("spm.model");
  private final Vocabulary vocabulary = Vocabulary.parse(file, "spm.model");

  VocabularyTest() throws IOException {}

  @Test
  void knowsThePieces() {
    assertThat(vocabulary.size()).isEqualTo(330);
    assertThat(vocabulary.id("</s>")).isEqualTo(3);
    assertThat(vocabulary.symbols()).contains("<2zh>", "⟦c0⟧", "⟦c15⟧").hasSize(19);
    assertThat(vocabulary.bytes()).hasSize(256);
    assertThatThrownBy(() -> vocabulary.id("<2xx>")).hasMessageContaining("<2xx>");
  }

  @Test
  void givesBackWhatWasCut() {
    try (Tokenizer tokenizer = new Tokenizer(file)) {
      for (String text : List.of("a line", "", "机器 😀𝒜 e\u0301", "⟦c3⟧, ⟦c11⟧", "nul \0 here")) {
        assertThat(vocabulary.decode(tokenizer.encode(text))).isEqualTo(text);
      }
      for (long seed = 0; seed < 200; seed++) {
        RandomText random = new RandomText(seed);
        String text = random.text(12);
        assertThat(vocabulary.decode(tokenizer.encode(text)))
            .as(random.toString())
            .isEqualTo(text.strip());
      }
    }
  }

  @Test
  void marksWhatIsNoText() {
    int[] halfOfACharacter = {vocabulary.id("<0xE6>"), vocabulary.id("<0x9C>")};
    assertThat(vocabulary.decode(halfOfACharacter)).isEqualTo("\uFFFD");
    assertThat(vocabulary.decode(new int[] {1})).isEqualTo("⁇");
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> Vocabulary.parse(new byte[] {10, 120, 1}, "x/spm.model"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("x/spm.model: not a SentencePiece model");
    byte[] text = "not a model at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Vocabulary.parse(text, "x/spm.model"))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void cutsOnManyThreadsAtOnce() throws Exception {
    List<String> texts = IntStream.range(0, 500).mapToObj(i -> new RandomText(i).text(15)).toList();
    try (Tokenizer tokenizer = new Tokenizer(file)) {
      List<int[]> expected = texts.stream().map(tokenizer::encode).toList();
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Boolean>> equal = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Callable<Boolean> task =
            () ->
                IntStream.range(0, texts.size())
                    .allMatch(i -> Arrays.equals(tokenizer.encode(texts.get(i)), expected.get(i)));
        equal.add(threads.submit(task));
      }
      for (Future<Boolean> result : equal) {
        assertThat(result.get()).isTrue();
      }
      threads.shutdown();
    }
  }
}
