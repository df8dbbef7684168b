package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.junit.jupiter.api.Test;

/** The gold standard itself: it needs no real books. */
class GoldChapterTest {

  /** What the issue of the aligner asks for, so that the figure means something. */
  private static final int CHAPTERS = 8;

  private static final int PAIRS = 400;

  /** They test translation and so must not steer the aligner. */
  private static final List<String> EVALUATION_ARTICLES =
      List.of(
          "approx-training.md",
          "bert-dataset.md",
          "language-models-and-dataset.md",
          "machine-translation-and-dataset.md",
          "sentiment-analysis-and-dataset.md");

  private static final GoldChapter CHAPTER =
      new GoldChapter(
          "a.md",
          BeadNotation.read("[0]:[0, 1]\n[1]:[]"),
          List.of(GoldChapter.hash("One."), GoldChapter.hash("Two.")),
          List.of(GoldChapter.hash("Uno."), GoldChapter.hash("Eins.")));

  @Test
  void isLargeAndVariedEnough() throws IOException {
    List<GoldChapter> chapters = GoldChapter.all();
    List<Bead> beads = new ArrayList<>();
    chapters.forEach(chapter -> beads.addAll(chapter.beads()));
    assertThat(chapters).hasSizeGreaterThanOrEqualTo(CHAPTERS);
    assertThat(beads.stream().filter(Bead::isPair)).hasSizeGreaterThanOrEqualTo(PAIRS);
    assertThat(beads).anyMatch(b -> b.source().size() > 1 && b.isPair());
    assertThat(beads).anyMatch(b -> b.target().size() > 1 && b.isPair());
    assertThat(beads).anyMatch(b -> b.source().isEmpty());
    assertThat(beads).anyMatch(b -> b.target().isEmpty());
  }

  @Test
  void leavesOutTheEvaluationArticles() throws IOException {
    assertThat(GoldChapter.all())
        .extracting(GoldChapter::path)
        .doesNotHaveDuplicates()
        .allMatch(path -> EVALUATION_ARTICLES.stream().noneMatch(path::endsWith));
  }

  @Test
  void readsBeadsAndHashes() {
    GoldChapter chapter =
        GoldChapter.read(
            "# chapter: a/b.md\n[0]:[0, 1] : 01234567 : 89abcdef 00000000\n[]:[2] : : ffffffff\n");
    assertThat(chapter.path()).isEqualTo("a/b.md");
    assertThat(chapter.beads())
        .extracting(BeadNotation::write)
        .containsExactly("[0]:[0, 1]", "[]:[2]");
    assertThat(chapter.sourceHashes()).containsExactly("01234567");
    assertThat(chapter.targetHashes()).containsExactly("89abcdef", "00000000", "ffffffff");
  }

  @Test
  void refusesBeadsThatDoNotFitTheirHashes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoldChapter.read("# chapter: a.md\n[0]:[0] : 01234567 : \n"))
        .withMessageContaining("target");
  }

  @Test
  void acceptsTheSegmentsThatWereAnnotated() {
    CHAPTER.requireSameSegments(segments("One.\n\nTwo.\n"), segments("Uno.\n\nEins.\n"));
  }

  @Test
  void namesTheSegmentThatChanged() {
    assertThatThrownBy(
            () ->
                CHAPTER.requireSameSegments(
                    segments("One.\n\nTwo.\n"), segments("Uno.\n\nZwei.\n\nEins.\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("a.md: target segment 1 is not the one that was annotated")
        .hasMessageContaining("the annotated one is now 2");
  }

  @Test
  void namesTheSegmentThatIsGone() {
    assertThatThrownBy(
            () -> CHAPTER.requireSameSegments(segments("One.\n"), segments("Uno.\n\nEins.\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("a.md: source segment 1")
        .hasMessageContaining("the annotated one is gone");
  }

  private static SegmentedDocument segments(String markdown) {
    Document document = DocumentFormats.parse("a.md", markdown.getBytes(StandardCharsets.UTF_8));
    return new Segmenter().segment(document, "en");
  }
}
