package org.amts.translate.typography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.amts.document.DocumentFormats;
import org.amts.engine.TermEntry;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.junit.jupiter.api.Test;

class FirstMentionTest {

  private static final FirstMention CHINESE =
      new FirstMention(
          List.of(
              new TermEntry("machine translation", "机器翻译"),
              new TermEntry("neural machine translation", "神经机器翻译"),
              new TermEntry("token", "词元"),
              new TermEntry("GPU", "GPU")));

  private static final SegmentedDocument BOOK =
      document(
          """
          # Machine Translation

          We study neural machine translation. Machine translation is old.

          - Tokens matter on a GPU. Machine translation, too.
          """);

  private static final List<String> TRANSLATED =
      List.of("机器翻译", "我们研究*神经机器翻译*。", "机器翻译很老。", "词元在GPU上很重要。", "机器翻译也是。");

  private static final List<String> EXPECTED =
      List.of(
          "机器翻译",
          "我们研究*神经机器翻译*（neural machine translation）。",
          "机器翻译（machine translation）很老。",
          "词元（token）在GPU上很重要。",
          "机器翻译也是。");

  @Test
  void addsTheSourceTermOnceInRunningText() {
    assertThat(CHINESE.apply(BOOK, TRANSLATED)).isEqualTo(EXPECTED);
  }

  @Test
  void addsNothingTwice() {
    assertThat(CHINESE.apply(BOOK, EXPECTED)).isEqualTo(EXPECTED);
  }

  @Test
  void worksUnderATurkishLocale() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      addsTheSourceTermOnceInRunningText();
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void mattersOnlyWhereTheSourceHasTheTerm() {
    SegmentedDocument book = document("We translate.\n\nThe tokenizer.\n\nA token.\n");
    assertThat(CHINESE.apply(book, List.of("我们机器翻译。", "词元化器。", "一个词元。")))
        .containsExactly("我们机器翻译。", "词元化器。", "一个词元（token）。");
  }

  @Test
  void looksForWholeWords() {
    FirstMention spanish = new FirstMention(List.of(new TermEntry("batch", "lote")));
    SegmentedDocument book = document("A batch. Two batches.\n");
    assertThat(spanish.apply(book, List.of("El lotero y el Lote.", "Dos lotes y un lote.")))
        .containsExactly("El lotero y el Lote (batch).", "Dos lotes y un lote.");
  }

  @Test
  void refusesTranslationsOfAnotherDocument() {
    assertThatThrownBy(() -> CHINESE.apply(BOOK, List.of("一")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("book.md: 1 translations for 5 segments");
    assertThatThrownBy(() -> new TermEntry(" ", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new FirstMention(List.of()).apply(BOOK, TRANSLATED)).isEqualTo(TRANSLATED);
  }

  private static SegmentedDocument document(String markdown) {
    return new Segmenter()
        .segment(
            DocumentFormats.parse(
                "book.md", markdown.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "en");
  }
}
