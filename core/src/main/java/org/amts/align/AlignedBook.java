package org.amts.align;

import java.util.List;

/**
 * What {@link BookAligner} made of a book.
 *
 * @param alignments an alignment over segment indices for each document pair, in the order given
 * @param lexicon the words that were learnt on the way
 */
public record AlignedBook(List<Alignment> alignments, Lexicon lexicon) {

  /** Copies the list. */
  public AlignedBook {
    alignments = List.copyOf(alignments);
  }
}
