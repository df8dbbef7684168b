package org.amts.segment;

import static org.amts.document.BlockKind.CODE;
import static org.amts.document.BlockKind.HEADING;
import static org.amts.document.BlockKind.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.amts.document.Block;
import org.amts.document.Document;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;
import org.junit.jupiter.api.Test;

class SegmenterTest {

  @Test
  void joinsWrappedLines() {
    Document document =
        new DocumentBuilder()
            .words("One sentence  on")
            .add(InlineKind.SOFT_BREAK, "\n> ")
            .words("two lines. Another")
            .add(InlineKind.SOFT_BREAK, "\r\n")
            .words("one.")
            .end(PARAGRAPH)
            .build();
    assertThat(texts(document, "en")).containsExactly("One sentence on two lines.", "Another one.");
    assertThat(covered(document, "en"))
        .containsExactly("One sentence  on\n> two lines.", "Another\r\none.");
  }

  @Test
  void joinsWrappedChineseWithoutSpace() {
    assertThat(wrapped("一句话", "写在两行。", "第二", "**句**。")).isEqualTo("一句话写在两行。第二**句**。");
    assertThat(wrapped("中文", "English", "中文")).isEqualTo("中文 English 中文");
    assertThat(wrapped("他说：", "“好”", "。")).isEqualTo("他说：“好”。");
    assertThat(wrapped("“a”", "“b”")).isEqualTo("“a” “b”");
    assertThat(wrapped("한국", "어")).isEqualTo("한국 어");
    assertThat(wrapped("*", "中")).isEqualTo("* 中");
  }

  @Test
  void numbersPlaceholdersInEachSegment() {
    Document document =
        new DocumentBuilder()
            .words("Use ")
            .add(InlineKind.CODE, "`a`")
            .words(" and ")
            .add(InlineKind.MATH, "$x$")
            .words(" and ")
            .add(InlineKind.CODE, "`a`")
            .words(". See [it")
            .words("]")
            .add(InlineKind.LINK_TARGET, "(b.md)")
            .words(", ")
            .add(InlineKind.MATH, "$x$")
            .words(".")
            .end(PARAGRAPH)
            .build();
    List<DocumentSegment> segments = segments(document, "en");
    assertThat(texts(document, "en"))
        .containsExactly("Use ⟦0⟧ and ⟦1⟧ and ⟦0⟧.", "See [it]⟦0⟧, ⟦1⟧.");
    assertThat(segments.get(0).segment().placeholders())
        .containsExactly(
            new Placeholder(0, Placeholder.Kind.CODE, "`a`"),
            new Placeholder(1, Placeholder.Kind.MATH, "$x$"));
    assertThat(segments.get(1).segment().placeholders())
        .containsExactly(
            new Placeholder(0, Placeholder.Kind.LINK, "(b.md)"),
            new Placeholder(1, Placeholder.Kind.MATH, "$x$"));
  }

  @Test
  void protectsBracketsOfTheSource() {
    Document document = new DocumentBuilder().words("A ⟦0⟧ and ⟦ here.").end(PARAGRAPH).build();
    Segment segment = segments(document, "en").get(0).segment();
    assertThat(segment.text()).isEqualTo("A ⟦0⟧0⟦1⟧ and ⟦0⟧ here.");
    assertThat(segment.expanded()).isEqualTo("A ⟦0⟧ and ⟦ here.");
  }

  @Test
  void composesCharacters() {
    Document document =
        new DocumentBuilder().words("Cafe\u0301 si\u0301. Ma\u0301s.").end(PARAGRAPH).build();
    assertThat(texts(document, "es")).containsExactly("Café sí.", "Más.");
    assertThat(covered(document, "es")).containsExactly("Cafe\u0301 si\u0301.", "Ma\u0301s.");
  }

  @Test
  void keepsSentencesTogetherThatShareAnIndivisibleInline() {
    Document document =
        new DocumentBuilder()
            .add(InlineKind.TEXT, "One. T&#119;o. Three", "One. Two. Three")
            .words(" ends. Four.")
            .end(PARAGRAPH)
            .build();
    assertThat(texts(document, "en")).containsExactly("One. Two. Three ends.", "Four.");
  }

  @Test
  void leavesOutBlocksWithoutWords() {
    Document document =
        new DocumentBuilder()
            .words("(")
            .add(InlineKind.MATH, "$x$")
            .words(") 42.")
            .end(PARAGRAPH)
            .add(InlineKind.CODE, "`x`")
            .end(PARAGRAPH)
            .words("Words. 42.")
            .end(PARAGRAPH)
            .end(CODE)
            .build();
    assertThat(texts(document, "en")).containsExactly("Words.", "42.");
  }

  @Test
  void makesOneSegmentOfAHeading() {
    Document document = new DocumentBuilder().words("What? A. Test.").end(HEADING).build();
    assertThat(texts(document, "en")).containsExactly("What? A. Test.");
  }

  @Test
  void splitsAtLineBreaksAfterSentences() {
    Document document =
        new DocumentBuilder()
            .words("One.")
            .add(InlineKind.HTML, "<br/>")
            .words("Two.")
            .add(InlineKind.OTHER, "  \n")
            .words("Three")
            .add(InlineKind.OTHER, "\\\n")
            .words("four.")
            .add(InlineKind.HTML, "<br>")
            .end(PARAGRAPH)
            .build();
    assertThat(texts(document, "en")).containsExactly("One.⟦0⟧", "Two.", "Three⟦0⟧four.⟦1⟧");
    assertThat(covered(document, "en")).containsExactly("One.<br/>", "Two.", "Three\\\nfour.<br>");
  }

  @Test
  void takesALeadingLineBreakAlong() {
    Document document =
        new DocumentBuilder().add(InlineKind.HTML, "<br>").words("One.").end(PARAGRAPH).build();
    assertThat(texts(document, "en")).containsExactly("⟦0⟧One.");
  }

  @Test
  void endsChineseSentencesAfterClosingTagsAndNotes() {
    Document document =
        new DocumentBuilder()
            .add(InlineKind.HTML, "<b>")
            .words("一句。")
            .add(InlineKind.HTML, "</b>")
            .words("二句。")
            .add(InlineKind.ROLE, "[^1]")
            .words("三句。")
            .add(InlineKind.CODE, "`x`")
            .words("四句。")
            .end(PARAGRAPH)
            .build();
    assertThat(texts(document, "zh")).containsExactly("⟦0⟧一句。⟦1⟧", "二句。⟦0⟧", "三句。", "⟦0⟧四句。");
  }

  @Test
  void staysWithinTheNumbersOfMarks() {
    DocumentBuilder builder = new DocumentBuilder();
    for (int i = 0; i < 10_050; i++) {
      builder.words("a ").add(InlineKind.CODE, "`" + i + "`").words(" ");
    }
    Document document = builder.end(PARAGRAPH).build();
    Segment segment = segments(document, "en").get(0).segment();
    assertThat(segment.placeholders()).hasSize(10_000);
    assertThat(segment.expanded()).isEqualTo(document.text().strip().replaceAll(" +", " "));
  }

  @Test
  void isLinearInTheNumberOfBlocks() {
    DocumentBuilder builder = new DocumentBuilder();
    for (int i = 0; i < 50_000; i++) {
      builder.words("One. Two.").end(PARAGRAPH);
    }
    Document document = builder.build();
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          SegmentedDocument segmented = new Segmenter().segment(document, "en");
          for (int i = 0; i < document.blocks().size(); i++) {
            assertThat(segmented.segmentsOf(i)).hasSize(2);
          }
          assertThat(segmented.segmentsOf(-1)).isEmpty();
          assertThat(segmented.segmentsOf(50_000)).isEmpty();
        });
  }

  @Test
  void coversAllBlocks() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String name = "seed " + seed + ", round " + round;
      String language = List.of("en", "zh", "es").get(round % 3);
      assertCovers(name, RandomDocument.next(random, "\n"), language);
    }
  }

  @Test
  void readsEveryKindOfLineEndAlike() {
    for (long seed = 0; seed < 500; seed++) {
      Document unix = RandomDocument.next(new Random(seed), "\n");
      Document windows = RandomDocument.next(new Random(seed), "\r\n");
      assertThat(texts(windows, "zh")).as("seed " + seed).isEqualTo(texts(unix, "zh"));
    }
  }

  @Test
  void givesTheSameUnderATurkishLocale() {
    Locale locale = Locale.getDefault();
    Document document = RandomDocument.next(new Random(1), "\n");
    List<String> expected = texts(document, "en");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(texts(document, "en")).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
    }
  }

  /** The segments are ordered, disjoint, and give back all that is not white space. */
  private static void assertCovers(String name, Document document, String language) {
    SegmentedDocument segmented = new Segmenter().segment(document, language);
    int at = 0;
    for (DocumentSegment segment : segmented.segments()) {
      TextRange range = segment.range();
      assertThat(range.start()).as(name).isGreaterThanOrEqualTo(at);
      assertThat(document.blocks().get(segment.block()).range().contains(range)).as(name).isTrue();
      at = range.end();
    }
    for (int i = 0; i < document.blocks().size(); i++) {
      List<DocumentSegment> segments = segmented.segmentsOf(i);
      if (!segments.isEmpty()) {
        String expanded =
            segments.stream().map(s -> s.segment().expanded()).collect(Collectors.joining());
        assertThat(solid(expanded)).as(name).isEqualTo(solid(read(document.blocks().get(i))));
      }
    }
  }

  private static String read(Block block) {
    return block.inlines().stream().map(inline -> inline.text()).collect(Collectors.joining());
  }

  private static String solid(String text) {
    return Normalizer.normalize(text.replaceAll("[\\s\\p{Z}]+", ""), Normalizer.Form.NFC);
  }

  private static String wrapped(String... lines) {
    DocumentBuilder builder = new DocumentBuilder();
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        builder.add(InlineKind.SOFT_BREAK, "\n");
      }
      builder.words(lines[i]);
    }
    return texts(builder.end(HEADING).build(), "zh").get(0);
  }

  private static List<DocumentSegment> segments(Document document, String language) {
    return new Segmenter().segment(document, language).segments();
  }

  private static List<String> texts(Document document, String language) {
    return segments(document, language).stream().map(s -> s.segment().text()).toList();
  }

  private static List<String> covered(Document document, String language) {
    return segments(document, language).stream()
        .map(segment -> segment.range().of(document.text()))
        .toList();
  }
}
