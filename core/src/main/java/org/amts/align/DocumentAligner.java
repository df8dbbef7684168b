package org.amts.align;

import java.util.List;
import org.amts.segment.SegmentedDocument;

/**
 * Aligns one document with its translation, from what these two alone tell. The documents of a book
 * are better aligned together, by {@link BookAligner}. Stateless; safe for use by many threads.
 */
public final class DocumentAligner {

  /**
   * Aligns two documents.
   *
   * @return beads over segment indices
   */
  public Alignment align(SegmentedDocument source, SegmentedDocument target) {
    return align(DocumentPair.of(source, target));
  }

  /**
   * Aligns a pair, with machine translations if it has them.
   *
   * @return beads over segment indices
   */
  public Alignment align(DocumentPair pair) {
    return new BookAligner(1).align(List.of(pair)).alignments().get(0);
  }
}
