package org.amts.engine.local.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.amts.segment.Segment;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Finds the examples that may be like a segment: the best by BM25 (Robertson and Zaragoza 2009)
 * over the segment's rarest terms.
 */
final class Candidates {

  /**
   * A rare term decides what a text is about, a frequent one only takes time: its postings are
   * long.
   */
  private static final int MOST_TERMS = 10;

  /** A term of the segment and in how many examples it stands. */
  record Weighted(String term, int frequency, TermStates states) {}

  private final MemoryView view;
  private final List<Weighted> terms;

  private Candidates(MemoryView view, List<Weighted> terms) {
    this.view = view;
    this.terms = terms;
  }

  /** Looks up the terms of a segment. */
  static Candidates of(MemoryView view, Segment segment) throws IOException {
    List<Weighted> known = new ArrayList<>();
    for (String term : new LinkedHashSet<>(SourceTerms.of(segment))) {
      TermStates states =
          TermStates.build(view.searcher(), new Term(ExampleDocument.TERMS, term), true);
      if (states.docFreq() > 0) {
        known.add(new Weighted(term, states.docFreq(), states));
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
   * The best candidates. A small memory's are all of its examples.
   *
   * @param count how many to find; more if examples among them are replaced by later ones
   * @param share how many of the terms looked for a candidate must have, 0..1; it has one at least
   * @return ids in ascending order, without those replaced
   */
  int[] find(int count, double share) throws IOException {
    if (view.size() <= count) {
      return IntStream.range(0, view.size()).filter(id -> !view.isReplaced(id)).toArray();
    }
    if (terms.isEmpty()) {
      return new int[0];
    }
    BooleanQuery query = query(share);
    for (int wanted = count; ; wanted *= 2) {
      ScoreDoc[] found =
          view.searcher()
              .search(query, new TopScoreDocCollectorManager(wanted, null, wanted))
              .scoreDocs;
      int[] ids =
          IntStream.range(0, found.length)
              .map(i -> found[i].doc)
              .filter(id -> !view.isReplaced(id))
              .toArray();
      if (ids.length >= count / 2 || found.length < wanted) {
        Arrays.sort(ids);
        return ids;
      }
    }
  }

  private BooleanQuery query(double share) {
    List<Weighted> rarest = terms.subList(0, Math.min(MOST_TERMS, terms.size()));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Weighted term : rarest) {
      query.add(
          new TermQuery(new Term(ExampleDocument.TERMS, term.term()), term.states()),
          BooleanClause.Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(share * rarest.size())));
    return query.build();
  }
}
