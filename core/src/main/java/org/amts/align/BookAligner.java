package org.amts.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns a book: all its document pairs, which teach each other their words.
 *
 * <pre>{@code
 * AlignedBook book = new BookAligner(Runtime.getRuntime().availableProcessors()).align(pairs);
 * book.alignments().get(0).pairs(0.5).forEach(bead -> ...);
 * }</pre>
 *
 * <p>The result does not depend on the number of threads. Immutable; safe for use by many threads.
 */
public final class BookAligner {

  private final int threads;

  /**
   * An aligner.
   *
   * @param threads threads to align with, at least 1
   */
  public BookAligner(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    this.threads = threads;
  }

  /**
   * Aligns document pairs.
   *
   * @param pairs the pairs of one book in one pair of languages
   */
  public AlignedBook align(List<DocumentPair> pairs) {
    UnitReader reader = new UnitReader();
    List<Units> sources = new ArrayList<>();
    List<Units> targets = new ArrayList<>();
    for (DocumentPair pair : pairs) {
      sources.add(reader.document(pair.source(), pair.machineTranslations()));
      targets.add(reader.document(pair.target(), List.of()));
    }
    return new UnitAligner(sources, targets, reader.vocabulary(), threads).align();
  }
}
