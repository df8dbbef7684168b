package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.amts.document.TextRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @MethodSource("english")
  void splitsEnglish(String example) {
    assertSplits(example, "en");
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void splitsChinese(String example) {
    assertSplits(example, "zh");
  }

  @ParameterizedTest
  @MethodSource("spanish")
  void splitsSpanish(String example) {
    assertSplits(example, "es");
  }

  @Test
  void splitsTheSameWayUnderATurkishLocale() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    assertSplits("SEE FIG. 3 AND I.E. THIS. | It is so.", "en");
    english().forEach(example -> assertSplits(example, "en"));
  }

  @Test
  void readsOtherLanguagesByTheGeneralRules() {
    assertSplits("Ein Satz. | Noch einer, cf. Fig. 3. | Ende.", "de");
    assertSplits("一句。|もう一つ。|終わり", "ja");
    assertSplits("One. | Two, e.g. This.", "zh-TW");
    assertSplits("One. | Two.", "x");
  }

  @Test
  void givesNothingForNothing() {
    assertThat(split("", "en")).isEmpty();
    assertThat(split(" \n\t\u3000\u00a0", "zh")).isEmpty();
  }

  @Test
  void keepsASentenceOfSignsWithTheOneBefore() {
    assertThat(split("It works. ⟦0⟧ ⟦1⟧", "en")).containsExactly("It works. ⟦0⟧ ⟦1⟧");
    assertThat(split("! ? .", "en")).containsExactly("! ? .");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ". ",
        "(",
        ")",
        "([",
        "“",
        "*",
        "* a",
        "**a ",
        "_a_",
        "⟦0⟧",
        "⟦",
        "⟦12345",
        "a.",
        "A. ",
        "1. ",
        ".\"",
        "。",
        "。*",
        "。”",
        "？”一",
        "...",
        "… A",
        "a.⟦0⟧ ",
        "\"a",
        "\ud83c\udf89. ",
        "\ud83c"
      })
  void takesLinearTime(String piece) {
    String text = piece.repeat(400_000 / piece.length());
    assertTimeout(Duration.ofSeconds(5), () -> assertCovers("many times " + piece, text, "en"));
  }

  @Test
  void coversAnyText() {
    long seed = 20261122;
    Random random = new Random(seed);
    String[] pieces = {
      "word",
      "Word",
      "。",
      ".",
      " ",
      "\n",
      "⟦0⟧",
      "⟦",
      "⟧",
      "(",
      ")",
      "[",
      "]",
      "“",
      "”",
      "*",
      "**",
      "_",
      "e.g.",
      "etc.",
      "U.S.",
      "1",
      "3.14",
      "？",
      "!",
      "汉字",
      "\u00a0",
      "\ud83c\udf89",
      "¿",
      "\"",
      "...",
      "…",
      "J."
    };
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String language = List.of("en", "zh", "es").get(round % 3);
      String name = "seed " + seed + ", round " + round + ": " + text;
      assertCovers(name, text.toString(), language);
    }
  }

  /** Order, no overlaps, no white space at the ends, no mark cut, nothing but white space left. */
  private static void assertCovers(String name, String text, String language) {
    List<TextRange> sentences = new SentenceSplitter().split(text, language);
    int at = 0;
    for (TextRange sentence : sentences) {
      assertThat(sentence.start()).as(name).isGreaterThanOrEqualTo(at);
      assertThat(isBlank(text, at, sentence.start())).as(name).isTrue();
      assertThat(isBlank(text, sentence.start(), sentence.start() + 1)).as(name).isFalse();
      assertThat(isBlank(text, sentence.end() - 1, sentence.end())).as(name).isFalse();
      at = sentence.end();
    }
    assertThat(isBlank(text, at, text.length())).as(name).isTrue();
    long marks = sentences.stream().mapToLong(s -> Placeholder.numbersIn(s.of(text)).size()).sum();
    assertThat(marks).as(name).isEqualTo(Placeholder.numbersIn(text).size());
  }

  private static boolean isBlank(String text, int start, int end) {
    return text.substring(start, end).chars().allMatch(c -> WhiteSpace.is((char) c));
  }

  private static void assertSplits(String example, String language) {
    List<String> expected = Arrays.stream(example.split("\\|")).map(String::strip).toList();
    String text = example.replace(" | ", " ").replace("|", "");
    assertThat(split(text, language)).as(text).isEqualTo(expected);
  }

  private static List<String> split(String text, String language) {
    return new SentenceSplitter()
        .split(text, language).stream().map(range -> range.of(text)).toList();
  }

  private static Stream<String> english() {
    return examples("en");
  }

  private static Stream<String> chinese() {
    return examples("zh");
  }

  private static Stream<String> spanish() {
    return examples("es");
  }

  private static Stream<String> examples(String language) {
    try (var in =
        SentenceSplitterTest.class.getResourceAsStream("sentences-" + language + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
