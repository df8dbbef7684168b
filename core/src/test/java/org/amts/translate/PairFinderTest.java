package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.corpus.Granularity;
import org.amts.corpus.ParallelPair;
import org.amts.document.SourceText;
import org.amts.document.markdown.MarkdownFormat;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.junit.jupiter.api.Test;

class PairFinderTest {

  private static final String ENGLISH = "## Next steps\n\nRead on. Try it.\n";

  private static final String SPANISH =
      "## <a name=\"next-steps\"></a>Pasos siguientes\n\n[**Siga leyendo.**] Pruébelo.\n";

  @Test
  void sentencesArePairs() {
    assertThat(pairs(Granularity.SENTENCE))
        .containsExactly(
            new ParallelPair("Next steps", "Pasos siguientes"),
            new ParallelPair("Read on.", "Siga leyendo."),
            new ParallelPair("Try it.", "Pruébelo."));
  }

  @Test
  void soAreParagraphs() {
    assertThat(pairs(Granularity.PARAGRAPH))
        .containsExactly(
            new ParallelPair("Next steps", "Pasos siguientes"),
            new ParallelPair("Read on. Try it.", "Siga leyendo. Pruébelo."));
  }

  private static List<ParallelPair> pairs(Granularity granularity) {
    Alignment alignment = new Alignment(3, 3, List.of(bead(0), bead(1), bead(2)));
    LoadedDocument loaded =
        new LoadedDocument(
            new BookDocument("en/a.md", Path.of("en/a.md"), Path.of("es/a.md"), "es/a.md"),
            document("en", ENGLISH),
            document("es", SPANISH));
    return new PairFinder(granularity, (language, segment) -> false)
        .find(DocumentStatus.of(loaded, alignment, 0.5)).stream().map(FoundPair::pair).toList();
  }

  private static Bead bead(int segment) {
    return new Bead(List.of(segment), List.of(segment), 1);
  }

  private static SegmentedDocument document(String language, String text) {
    return new Segmenter()
        .segment(new MarkdownFormat().parse(SourceText.of(language + "/a.md", text)), language);
  }
}
