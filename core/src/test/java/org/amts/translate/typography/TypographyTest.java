package org.amts.translate.typography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.translate.typography.TypographySettings.Punctuation;
import org.amts.translate.typography.TypographySettings.Quotes;
import org.amts.translate.typography.TypographySettings.Spacing;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypographyTest {

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void typesetsChinese(String example) {
    assertTypesets(example, "zh");
  }

  @ParameterizedTest
  @MethodSource("spanish")
  void typesetsSpanish(String example) {
    assertTypesets(example, "es");
  }

  @Test
  void typesetsTheSameWayUnderATurkishLocale() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    chinese().forEach(example -> assertTypesets(example, "zh"));
    spanish().forEach(example -> assertTypesets(example, "es"));
  }

  @Test
  void rendersEmphasisNextToChinese() {
    chinese()
        .map(example -> example.split(" => "))
        .map(parts -> parts[parts.length - 1])
        .forEach(
            markdown ->
                assertThat(html(markdown)).as(markdown).doesNotContain("**").doesNotContain("_重"));
    assertThat(html("**“文本”**是")).as("why this is needed").contains("**");
  }

  @Test
  void putsSpaces() {
    Typography spaced =
        new Typography(new TypographySettings(Punctuation.KEEP, Spacing.SPACE, Quotes.KEEP, false));
    assertThat(apply(spaced, "使用Python的API，在3个`x`里，参见[API](a.md)文档"))
        .isEqualTo("使用 Python 的 API，在 3 个 `x` 里，参见 [API](a.md) 文档");
    assertThat(apply(spaced, "使用**Python**语言和**中文**English"))
        .isEqualTo("使用 **Python** 语言和**中文** English");
    assertThat(apply(spaced, "见[中文](a.md)和*中文*吧")).isEqualTo("见[中文](a.md)和*中文*吧");
  }

  @Test
  void keepsWhatItIsToldToKeep() {
    Typography kept =
        new Typography(new TypographySettings(Punctuation.KEEP, Spacing.KEEP, Quotes.KEEP, false));
    assertThat(apply(kept, "使用 Python的\"API\", 好.")).isEqualTo("使用 Python的\"API\", 好.");
    Typography english = new Typography(TypographySettings.forLanguage("en"));
    assertThat(apply(english, "**“A”**b? Qué?")).isEqualTo("**“A”**b? Qué?");
  }

  @Test
  void changesQuotationMarks() {
    assertThat(quotes("\"a\" y “b”", Quotes.GUILLEMETS)).isEqualTo("«a» y «b»");
    assertThat(quotes("«a “b” c»", Quotes.CURLY)).isEqualTo("“a “b” c”");
    assertThat(quotes("«a “b” c»", Quotes.GUILLEMETS)).isEqualTo("«a “b” c»");
    assertThat(quotes("他说“好”", Quotes.CORNER)).isEqualTo("他说「好」");
    assertThat(quotes("5\" and ”x“", Quotes.CURLY)).isEqualTo("5\" and ”x“");
  }

  @Test
  void knowsWhatLanguagesAskFor() {
    assertThat(TypographySettings.forLanguage("zh").quotes()).isEqualTo(Quotes.CURLY);
    assertThat(TypographySettings.forLanguage("zh-TW").quotes()).isEqualTo(Quotes.CORNER);
    assertThat(TypographySettings.forLanguage("zh-Hant-HK").quotes()).isEqualTo(Quotes.CORNER);
    assertThat(TypographySettings.forLanguage("es-MX").invertedMarks()).isTrue();
    assertThat(TypographySettings.forLanguage("de"))
        .isEqualTo(new TypographySettings(Punctuation.KEEP, Spacing.KEEP, Quotes.KEEP, false));
  }

  @Test
  void joinsSentences() {
    assertThat(Typography.separator("一句。", " ", "二句。")).isEmpty();
    assertThat(Typography.separator("一句。", "\n", "二句。")).isEqualTo("\n");
    assertThat(Typography.separator("Una.", "", "Dos.")).isEqualTo(" ");
    assertThat(Typography.separator("Una.", "\n> ", "Dos.")).isEqualTo("\n> ");
    assertThat(Typography.separator("一句。", " ", "`x`是。")).isEmpty();
    assertThat(Typography.separator("**重要（很）**", " ", "二句。")).isEqualTo(" ");
    assertThat(Typography.separator("一句。", "<br>", "二句。")).isEqualTo("<br>");
  }

  @Test
  void keepsMarksInTheirOrderAndChangesNothingTwice() {
    long seed = 42;
    Random random = new Random(seed);
    String[] pieces = {
      "中",
      "文",
      "word",
      " ",
      ",",
      ".",
      "?",
      "!",
      ":",
      "(",
      ")",
      "，",
      "。",
      "（",
      "）",
      "“",
      "”",
      "\"",
      "*",
      "**",
      "_",
      "`x`",
      "$y$",
      ":ref:`z`",
      "[a](b)",
      "https://a.b/",
      "<b>",
      "3",
      "...",
      "¿",
      "\uFDD0",
      "⟦",
      "«",
      "»"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String language = List.of("zh", "es", "zh-TW").get(round % 3);
      Typography typography = new Typography(TypographySettings.forLanguage(language));
      Segment source = SegmentParser.parse(text.toString());
      String once = typography.apply(source, source.text());
      String name = "seed " + seed + ", round " + round + ", " + language + ": " + text;
      assertThat(Placeholder.numbersIn(once))
          .as(name)
          .isEqualTo(Placeholder.numbersIn(source.text()));
      assertThat(typography.apply(source, once)).as(name).isEqualTo(once);
      assertThat(letters(once)).as(name).isEqualTo(letters(source.text()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "**a", "*中", "(中", "中)", "“", "\"", ", 中", "中 ", "]*", "中.", "?", "¿", "_中", "，*"
      })
  void takesLittleTime(String piece) {
    Segment source = Segment.of("中" + piece.repeat(20_000 / piece.length()));
    for (String language : List.of("zh", "es")) {
      Typography typography = new Typography(TypographySettings.forLanguage(language));
      assertTimeout(
          Duration.ofSeconds(5),
          () -> assertThat(typography.apply(source, source.text())).contains("中"));
    }
  }

  private static void assertTypesets(String example, String language) {
    String[] parts = example.split(" => ");
    Typography typography = new Typography(TypographySettings.forLanguage(language));
    String expected = parts[parts.length - 1];
    assertThat(apply(typography, parts[0])).isEqualTo(expected);
    assertThat(apply(typography, expected)).as("twice").isEqualTo(expected);
  }

  private static String apply(Typography typography, String markdown) {
    Segment segment = SegmentParser.parse(markdown);
    return segment.expand(typography.apply(segment, segment.text()));
  }

  private static String quotes(String text, Quotes style) {
    return apply(
        new Typography(new TypographySettings(Punctuation.KEEP, Spacing.KEEP, style, false)), text);
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Stream<String> chinese() {
    return examples("zh.txt");
  }

  private static Stream<String> spanish() {
    return examples("es.txt");
  }

  private static Stream<String> examples(String file) {
    try (var in = TypographyTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
