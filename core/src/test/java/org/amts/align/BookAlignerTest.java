package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookAlignerTest {

  private static final Segmenter SEGMENTER = new Segmenter();

  @Test
  void codeFormulasAndLabelsHoldTheirPlaces() {
    SegmentedDocument source =
        markdown(
            """
            # Pooling
            :label:`sec_pooling`

            Cats sleep.

            ```
            pool(x, 3)  # the largest
            ```

            Dogs bark.

            $$y = \\max_i x_i$$

            Birds sing.
            """);
    SegmentedDocument target =
        markdown(
            """
            # 汇聚
            :label:`sec_pooling`

            新增的一段话。

            猫在睡觉。

            ```
            pool(x, 3)  # 最大值
            ```

            狗在叫。

            $$y = \\max_i x_i$$

            鸟在唱歌。
            """);
    assertThat(beads(new DocumentAligner().align(source, target)))
        .endsWith("[2]:[3] [3]:[4]")
        .startsWith("[0]:[0]");
  }

  @Test
  void aHeadingIsNotPairedWithRunningText() {
    SegmentedDocument source = markdown("# One\n\nText of one.\n\n## Two\n\nText of two.\n");
    SegmentedDocument target = markdown("# 一\n\n第一段文字。\n\n第二段文字。\n");
    for (Bead bead : new DocumentAligner().align(source, target).beads()) {
      assertThat(bead).isNotEqualTo(new Bead(List.of(2), List.of(2), bead.confidence()));
    }
  }

  @Test
  void emptyDocumentsAndForeignBlocksHaveNoPairs() {
    SegmentedDocument empty = markdown("");
    SegmentedDocument code = markdown("```\nx = 1\n```\n");
    SegmentedDocument text = markdown("# Title\n\nOne. Two.\n");
    DocumentAligner aligner = new DocumentAligner();
    assertThat(aligner.align(empty, empty).beads()).isEmpty();
    assertThat(aligner.align(code, empty).beads()).isEmpty();
    assertThat(aligner.align(text, code).pairs(0)).isEmpty();
    assertThat(aligner.align(empty, text).beads()).hasSize(text.segments().size());
    assertThat(new BookAligner(2).align(List.of()).alignments()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void recoversSectionsThatWereLeftOutAndAdded(long seed) {
    InventedBook book = InventedBook.write(seed, 800);
    Random random = new Random(seed);
    StringBuilder source = new StringBuilder();
    StringBuilder target = new StringBuilder();
    List<Bead> gold = new ArrayList<>();
    int sourceCount = 0;
    int targetCount = 0;
    boolean dropSource = false;
    boolean dropTarget = false;
    for (int i = 0; i < book.beads.size(); i++) {
      Bead bead = book.beads.get(i);
      if (i % 12 == 0) {
        dropSource = random.nextInt(10) == 0;
        dropTarget = !dropSource && random.nextInt(10) == 0;
      }
      String blocks = i % 4 == 3 ? "\n\n" : "\n";
      if (!dropSource) {
        bead.source().forEach(s -> source.append(capital(book.source.get(s))).append("\n"));
        source.append(blocks);
      }
      if (!dropTarget) {
        bead.target().forEach(t -> target.append(capital(book.target.get(t))).append("\n"));
        target.append(blocks);
      }
      int m = dropSource ? 0 : bead.source().size();
      int n = dropTarget ? 0 : bead.target().size();
      if (m > 0 && n > 0) {
        gold.add(new Bead(range(sourceCount, m), range(targetCount, n), 1));
      }
      sourceCount += m;
      targetCount += n;
    }
    SegmentedDocument left = markdown(source.toString());
    SegmentedDocument right = markdown(target.toString());
    assertThat(left.segments()).hasSize(sourceCount);
    assertThat(right.segments()).hasSize(targetCount);
    AlignmentScorer scorer = new AlignmentScorer();
    scorer.add(new DocumentAligner().align(left, right).beads(), gold);
    assertThat(scorer.strict().f1()).as("strict F1, seed " + seed).isGreaterThan(0.93);
  }

  @Test
  void aWrongChapterAmongRightOnesHasNoConfidence() {
    List<DocumentPair> pairs = chapters(31, 8);
    DocumentPair stranger = DocumentPair.of(pairs.get(0).source(), pairs.get(1).target());
    List<DocumentPair> mixed = new ArrayList<>(pairs.subList(2, 8));
    mixed.add(stranger);
    List<Alignment> alignments = new BookAligner(2).align(mixed).alignments();
    assertThat(alignments.get(6).pairs(0.5).size()).isLessThan(5);
    assertThat(alignments.get(0).pairs(0.5).size()).isGreaterThan(60);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    List<DocumentPair> pairs = chapters(41, 6);
    List<Alignment> alone = new BookAligner(1).align(pairs).alignments();
    assertThat(new BookAligner(4).align(pairs).alignments()).isEqualTo(alone);
    assertThatThrownBy(() -> new BookAligner(0)).hasMessageContaining("threads: 0");
  }

  @Test
  void theLexiconOfABookCanBeRead() {
    String[] things = {"kernel", "layer", "image", "matrix"};
    String[] cosas = {"núcleo", "capa", "imagen", "matriz"};
    String[] looks = {"red", "small", "new"};
    String[] aspecto = {"rojo", "pequeño", "nuevo"};
    StringBuilder source = new StringBuilder();
    StringBuilder target = new StringBuilder();
    for (int i = 0; i < 48; i++) {
      source.append("The %s has %d %s rows.%n%n".formatted(things[i % 4], i, looks[i / 4 % 3]));
      target.append("El %s tiene %d filas %s.%n%n".formatted(cosas[i % 4], i, aspecto[i / 4 % 3]));
    }
    DocumentPair pair = DocumentPair.of(markdown(source.toString()), markdown(target.toString()));
    List<DocumentPair> pairs = List.of(pair);
    Lexicon lexicon = new BookAligner(1).align(pairs).lexicon();
    assertThat(lexicon.translations("Kernel").get(0).word()).isEqualTo("nucleo");
    assertThat(lexicon.translations("Kernel").get(0).probability()).isBetween(0.5, 1.0);
    assertThat(lexicon.translations("unheard")).isEmpty();
    assertThat(lexicon.translations("")).isEmpty();
  }

  @Test
  void machineTranslationsAreOneForEachSegment() {
    SegmentedDocument document = markdown("One. Two.\n");
    assertThatThrownBy(() -> new DocumentPair(document, document, List.of("一")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 machine translations for 2 segments");
  }

  /** Chapters of one book in an invented language. */
  private static List<DocumentPair> chapters(long seed, int count) {
    InventedBook book = InventedBook.write(seed, count * 100);
    List<DocumentPair> pairs = new ArrayList<>();
    for (int chapter = 0; chapter < count; chapter++) {
      StringBuilder source = new StringBuilder();
      StringBuilder target = new StringBuilder();
      int from = book.beads.size() * chapter / count;
      int to = book.beads.size() * (chapter + 1) / count;
      for (Bead bead : book.beads.subList(from, to)) {
        bead.source().forEach(s -> source.append(capital(book.source.get(s))).append("\n\n"));
        bead.target().forEach(t -> target.append(capital(book.target.get(t))).append("\n\n"));
      }
      pairs.add(DocumentPair.of(markdown(source.toString()), markdown(target.toString())));
    }
    return pairs;
  }

  private static SegmentedDocument markdown(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SEGMENTER.segment(DocumentFormats.parse("page.md", bytes), "en");
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static List<Integer> range(int from, int size) {
    List<Integer> range = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      range.add(from + i);
    }
    return range;
  }

  private static String beads(Alignment alignment) {
    return String.join(" ", alignment.beads().stream().map(BeadNotation::write).toList());
  }
}
