package org.amts.engine.local.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the examples that may be like a segment. The postings of the segment's rarest terms are
 * read as a whole, as many as there is time for. The terms that an example shares with the segment
 * are worth their inverse document frequency as in BM25 (Robertson and Zaragoza 2009), of which
 * this is the case without term frequencies; instead of its factor for length there is one that
 * knows how long the segment is. Of the examples that share most, {@linkplain Signatures
 * signatures} tell which are worth being read.
 *
 * <p>Rejected: Lucene's own search for the best by BM25. In a memory of a million pairs it took 2.1
 * ms for a hundred candidates, and 2.8 ms with a minimum of shared terms, where this takes 0.7 ms:
 * the terms of a sentence weigh about the same, so that it can leave little out.
 */
final class Candidates {

  /**
   * How many postings are read, unless the rarest term alone has more. With 80,000 no more of the
   * best matches were found.
   */
  private static final int MOST_POSTINGS = 30_000;

  /**
   * How many signatures are compared: each is a miss in the processor's cache. With 500 fewer of
   * the best matches were found, with 2,000 no more.
   */
  private static final int MOST_COMPARED = 1_000;

  /** More terms would not fit the sum of {@link Overlap}. */
  private static final int MOST_TERMS = 250;

  private static final int LARGEST_WORTH = 127;

  /** A term of the segment, in how many examples it stands, and where in each part of the index. */
  record Weighted(String term, int frequency, @Nullable TermState[] states) {}

  private final MemoryView view;
  private final List<Weighted> terms;

  private Candidates(MemoryView view, List<Weighted> terms) {
    this.view = view;
    this.terms = terms;
  }

  /** Looks up the terms of a segment. */
  static Candidates of(MemoryView view, Segment segment) throws IOException {
    List<String> wanted = new ArrayList<>(new LinkedHashSet<>(SourceTerms.of(segment)));
    List<LeafReaderContext> leaves = view.reader().leaves();
    int[] frequencies = new int[wanted.size()];
    TermState[][] states = new TermState[wanted.size()][leaves.size()];
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      Terms all = leaves.get(leaf).reader().terms(ExampleDocument.TERMS);
      if (all != null) {
        TermsEnum found = all.iterator();
        for (int i = 0; i < frequencies.length; i++) {
          if (found.seekExact(new BytesRef(wanted.get(i)))) {
            frequencies[i] += found.docFreq();
            states[i][leaf] = found.termState();
          }
        }
      }
    }
    List<Weighted> known = new ArrayList<>();
    for (int i = 0; i < frequencies.length; i++) {
      if (frequencies[i] > 0) {
        known.add(new Weighted(wanted.get(i), frequencies[i], states[i]));
      }
    }
    known.sort(Comparator.comparingInt(Weighted::frequency));
    return new Candidates(view, known);
  }

  /** The terms that the memory knows, the rarest first. */
  List<Weighted> terms() {
    return terms;
  }

  /**
   * Those whose tokens are most like the segment's. A small memory's are all of its examples.
   *
   * @param count how many to find
   * @return ids in ascending order, without those replaced
   */
  int[] similar(FuzzyText segment, int count) throws IOException {
    if (view.size() <= count) {
      return all();
    }
    Signatures.Signature signature = Signatures.Signature.of(segment);
    int[] lengthFactors = lengthFactors(signature.count());
    byte[] lengths = view.tokenCounts();
    BestKeys keys = Buffers.ofThread().keys();
    visit(
        (id, worth) -> {
          int key = worth * lengthFactors[lengths[id] & 0xFF] >> 8;
          keys.offer(id, Math.min(BestKeys.LARGEST, key));
        });
    int[] related = keys.best(MOST_COMPARED);
    keys.clear();
    long[] words = view.signatures();
    // From the last, so that the order of equals is turned round twice.
    for (int i = related.length - 1; i >= 0; i--) {
      double similarity = signature.similarity(words[2 * related[i]], words[2 * related[i] + 1]);
      keys.offer(related[i], (int) (BestKeys.LARGEST * similarity));
    }
    return sorted(keys.best(count));
  }

  /** Those that share the terms that are worth most; otherwise as {@link #similar}. */
  int[] covering(int count) throws IOException {
    if (view.size() <= count) {
      return all();
    }
    BestKeys keys = Buffers.ofThread().keys();
    visit((id, worth) -> keys.offer(id, Math.min(BestKeys.LARGEST, worth)));
    return sorted(keys.best(count));
  }

  /**
   * What a length counts, in 256ths: a text of twice or half the length cannot have more than 0.5.
   */
  private static int[] lengthFactors(int length) {
    int[] factors = new int[256];
    for (int other = 0; other < factors.length; other++) {
      factors[other] = 256 * Math.min(length, other) / Math.max(1, Math.max(length, other));
    }
    return factors;
  }

  private static int[] sorted(int[] ids) {
    Arrays.sort(ids);
    return ids;
  }

  private int[] all() {
    return IntStream.range(0, view.size()).filter(id -> !view.isReplaced(id)).toArray();
  }

  /** Reads postings, from the rarest term on, of examples that are not replaced. */
  private void visit(Overlap.Visitor visitor) throws IOException {
    int read = 0;
    int count = 0;
    while (count < Math.min(MOST_TERMS, terms.size())
        && (count == 0 || read + terms.get(count).frequency() <= MOST_POSTINGS)) {
      read += terms.get(count++).frequency();
    }
    Overlap overlap = Buffers.ofThread().overlap();
    List<LeafReaderContext> leaves = view.reader().leaves();
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      List<Overlap.Scored> scored = new ArrayList<>(count);
      for (Weighted term : terms.subList(0, count)) {
        TermState state = term.states()[leaf];
        if (state != null) {
          scored.add(new Overlap.Scored(postings(leaves.get(leaf), term, state), worth(term)));
        }
      }
      overlap.visit(
          scored,
          leaves.get(leaf).docBase,
          (id, worth) -> {
            if (!view.isReplaced(id)) {
              visitor.visit(id, worth);
            }
          });
    }
  }

  private static PostingsEnum postings(LeafReaderContext leaf, Weighted term, TermState state)
      throws IOException {
    TermsEnum found = leaf.reader().terms(ExampleDocument.TERMS).iterator();
    found.seekExact(new BytesRef(term.term()), state);
    return found.postings(null, PostingsEnum.NONE);
  }

  private int worth(Weighted term) {
    double worth = Math.log1p((view.size() - term.frequency() + 0.5) / (term.frequency() + 0.5));
    return Math.max(1, Math.min(LARGEST_WORTH, (int) Math.round(8 * worth)));
  }
}
