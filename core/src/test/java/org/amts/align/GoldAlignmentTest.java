package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.junit.jupiter.api.Test;

/**
 * Scores the aligner, without an engine, against the gold standard. It aligns the whole book, since
 * the aligner learns its words from it, and so needs the real book; skipped where it is missing.
 */
class GoldAlignmentTest {

  private static final double STRICT_F1 = 0.95;

  private final Segmenter segmenter = new Segmenter();

  @Test
  void alignsTheGoldChaptersAsTheAnnotatorDid() throws IOException {
    Path book = Path.of(System.getProperty("amts.corpora", "")).resolve("d2l");
    assumeTrue(Files.isDirectory(book), "skipped: no D2L book in amts.corpora");
    List<GoldChapter> gold = GoldChapter.all();
    List<String> paths = markdownFiles(book.resolve("en-origin"));
    List<DocumentPair> pairs = new ArrayList<>();
    for (String path : paths) {
      pairs.add(DocumentPair.of(read(book, "en-origin", path, "en"), read(book, "zh", path, "zh")));
    }
    for (GoldChapter chapter : gold) {
      DocumentPair pair = pairs.get(paths.indexOf(chapter.path()));
      chapter.requireSameSegments(pair.source(), pair.target());
    }

    AlignedBook aligned = new BookAligner(2).align(pairs);

    AlignmentScorer all = new AlignmentScorer();
    System.out.println("strict P, R, F1; lax P, R, F1 against the gold standard");
    for (GoldChapter chapter : gold) {
      List<Bead> beads = aligned.alignments().get(paths.indexOf(chapter.path())).beads();
      AlignmentScorer scorer = new AlignmentScorer();
      scorer.add(beads, chapter.beads());
      all.add(beads, chapter.beads());
      print(chapter.path(), scorer);
    }
    print("all", all);
    assertThat(all.strict().f1()).isGreaterThanOrEqualTo(STRICT_F1);
  }

  private SegmentedDocument read(Path book, String edition, String path, String language)
      throws IOException {
    byte[] content = Files.readAllBytes(book.resolve(edition).resolve(path));
    return segmenter.segment(DocumentFormats.parse(path, content), language);
  }

  private static List<String> markdownFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static void print(String name, AlignmentScorer scorer) {
    System.out.println(line(scorer.strict()) + "  " + line(scorer.lax()) + "  " + name);
  }

  private static String line(AlignmentScore score) {
    return String.format(
        Locale.ROOT, "%.4f %.4f %.4f", score.precision(), score.recall(), score.f1());
  }
}
