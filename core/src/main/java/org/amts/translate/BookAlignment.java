package org.amts.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.amts.align.Alignment;
import org.amts.align.BookAligner;
import org.amts.align.DocumentPair;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the documents of a book with their existing translations and tells how far each
 * translation is.
 */
public final class BookAlignment {

  private final BookAligner aligner;
  private final double minimumConfidence;
  private final Function<SegmentedDocument, List<String>> machine;

  /**
   * Aligns by what the book itself teaches.
   *
   * @param minimumConfidence of a bead that counts as a translation, 0..1
   */
  public BookAlignment(double minimumConfidence) {
    this(minimumConfidence, document -> List.of());
  }

  /**
   * Aligns with the help of machine translations.
   *
   * @param minimumConfidence of a bead that counts as a translation, 0..1
   * @param machine translates the segments of a source document; an empty list is no help
   */
  public BookAlignment(
      double minimumConfidence, Function<SegmentedDocument, List<String>> machine) {
    this.machine = machine;
    this.aligner = new BookAligner(Runtime.getRuntime().availableProcessors());
    this.minimumConfidence = minimumConfidence;
  }

  /** The status of every document, in the same order. */
  public List<DocumentStatus> status(List<LoadedDocument> documents) {
    List<DocumentPair> pairs = new ArrayList<>();
    for (LoadedDocument document : documents) {
      if (document.translation() != null) {
        pairs.add(
            new DocumentPair(
                document.source(), document.translation(), machine.apply(document.source())));
      }
    }
    List<Alignment> alignments = aligner.align(pairs).alignments();
    List<DocumentStatus> statuses = new ArrayList<>();
    int next = 0;
    for (LoadedDocument document : documents) {
      @Nullable Alignment alignment =
          document.translation() == null ? null : alignments.get(next++);
      statuses.add(DocumentStatus.of(document, alignment, minimumConfidence));
    }
    return statuses;
  }
}
