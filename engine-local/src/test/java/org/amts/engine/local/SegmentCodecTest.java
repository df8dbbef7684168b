package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentCodecTest {

  private final Locale locale = Locale.getDefault();
  private final Tokenizer tokenizer = new Tokenizer(TinyModel.read("spm.model"));
  private final Vocabulary vocabulary = Vocabulary.parse(TinyModel.read("spm.model"), "spm.model");
  private final SegmentCodec codec =
      new SegmentCodec(
          ModelDescription.parse(TinyModel.read("model.json"), "model.json"),
          vocabulary,
          tokenizer);

  SegmentCodecTest() throws IOException {}

  @AfterEach
  void close() {
    tokenizer.close();
    Locale.setDefault(locale);
  }

  @Test
  void putsTheTagBeforeAndTheEndAfterThePieces() {
    ModelInput input = codec.encode("a line", "zh").orElseThrow();
    assertThat(input.ids()[0]).isEqualTo(vocabulary.id("<2zh>"));
    assertThat(input.ids()[input.ids().length - 1]).isEqualTo(3);
    assertThat(Arrays.copyOfRange(input.ids(), 1, input.ids().length - 1))
        .isEqualTo(tokenizer.encode("a line"));
  }

  @Test
  void normalisesAsTheTrainingDataWas() {
    assertThat(codec.encode(" a\u00a0\tli\u0301ne\u3000", "zh").orElseThrow().text())
        .isEqualTo("a líne");
  }

  @Test
  void fullWidthCharactersThatTheVocabularyLacksAreReadInUsualWidth() {
    ModelInput wide = codec.encode("ａ－１ line？", "zh").orElseThrow();
    assertThat(wide.text()).isEqualTo("ａ－１ line？");
    assertThat(wide.ids()).isEqualTo(codec.encode("a-1 line？", "zh").orElseThrow().ids());
    assertThat(codec.encode("＊a＊ line", "zh").orElseThrow().ids())
        .as("no markup comes into being")
        .isNotEqualTo(codec.encode("*a* line", "zh").orElseThrow().ids());
  }

  @Test
  void decadesAreReadByTheirFirstYear() {
    ModelInput century = codec.encode("20世纪90年代", "en").orElseThrow();
    assertThat(century.text()).isEqualTo("20世纪90年代");
    assertThat(century.ids()).isEqualTo(codec.encode("1990年代", "en").orElseThrow().ids());
  }

  @Test
  void equalMarksGetOneSymbolAndOthersAnother() {
    ModelInput input = codec.encode("⟦0⟧ a ⟦7⟧ b ⟦0⟧", "zh").orElseThrow();
    assertThat(input.numbers().values()).containsExactlyInAnyOrder(0, 7);
    assertThat(input.symbols().values()).containsExactlyInAnyOrder(2, 1);
    assertThat(codec.encode("⟦0⟧ a ⟦7⟧ b ⟦0⟧", "zh").orElseThrow().ids())
        .as("the same symbols each time")
        .isEqualTo(input.ids());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void givesBackTheMarks(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    for (long seed = 0; seed < 200; seed++) {
      RandomText random = new RandomText(seed);
      String text = random.segment(2, 3).text();
      codec
          .encode(text, "zh")
          .ifPresent(
              input -> {
                int[] pieces = Arrays.copyOfRange(input.ids(), 1, input.ids().length - 1);
                assertThat(codec.decode(input, pieces))
                    .as(random.toString())
                    .isEqualTo(input.text());
              });
    }
  }

  @Test
  void textThatLooksLikeASymbolIsText() {
    ModelInput input = codec.encode("<2es> ⟦c3⟧", "zh").orElseThrow();
    assertThat(input.ids()).doesNotContain(vocabulary.id("<2es>"), vocabulary.id("⟦c3⟧"));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThat(codec.encode("0".repeat(30), "zh")).isPresent();
    assertThat(codec.encode("0".repeat(40), "zh")).isEmpty();
    assertThat(codec.encode(marks(16), "zh")).isPresent();
    assertThat(codec.encode(marks(17), "zh")).isEmpty();
  }

  private static String marks(int count) {
    return IntStream.range(0, count).mapToObj(i -> "⟦" + i + "⟧").collect(Collectors.joining());
  }
}
