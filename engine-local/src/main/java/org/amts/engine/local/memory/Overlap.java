package org.amts.engine.local.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Adds up, for each example that shares a term with a segment, what the terms that it shares are
 * worth. Goes through the examples window by window, so that sums and what is looked up for an
 * example stay in the processor's cache (as Lucene's own scorer of disjunctions does). For one
 * thread; can be used again and again.
 */
final class Overlap {

  /** Examples in a window. */
  private static final int WINDOW = 1 << 14;

  private final short[] sums = new short[WINDOW];
  private final int[] touched = new int[WINDOW];

  /** The postings of a term in one part of the index, and the worth of the term, more than 0. */
  record Scored(PostingsEnum postings, int worth) {}

  /** Is told of an example what its terms are worth. */
  interface Visitor {
    void visit(int id, int worth);
  }

  /**
   * Goes through one part of the index.
   *
   * @param terms postings that were not moved yet; the sum of their worths must fit a short
   * @param base what is added to the numbers of documents
   */
  void visit(List<Scored> terms, int base, Visitor visitor) throws IOException {
    List<Scored> rest = new ArrayList<>(terms);
    for (Scored term : rest) {
      term.postings().nextDoc();
    }
    while (true) {
      rest.removeIf(term -> term.postings().docID() == DocIdSetIterator.NO_MORE_DOCS);
      if (rest.isEmpty()) {
        return;
      }
      int start = Integer.MAX_VALUE;
      for (Scored term : rest) {
        start = Math.min(start, term.postings().docID());
      }
      int count = 0;
      for (Scored term : rest) {
        count = add(term, start, count);
      }
      for (int i = 0; i < count; i++) {
        int place = touched[i];
        visitor.visit(base + start + place, sums[place]);
        sums[place] = 0;
      }
    }
  }

  /** Adds a term's postings in the window that begins at {@code start}. */
  private int add(Scored term, int start, int countBefore) throws IOException {
    PostingsEnum postings = term.postings();
    short worth = (short) term.worth();
    int count = countBefore;
    int place = postings.docID() - start;
    while (place < WINDOW) {
      if (sums[place] == 0) {
        touched[count++] = place;
      }
      sums[place] += worth;
      place = postings.nextDoc() - start; // the largest number after the last
    }
    return count;
  }
}
