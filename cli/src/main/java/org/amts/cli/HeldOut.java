package org.amts.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amts.corpus.ParallelPair;
import org.amts.segment.DocumentSegment;
import org.amts.segment.FuzzyScore;
import org.amts.segment.FuzzyText;
import org.amts.segment.SegmentParser;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.LoadedDocument;

/** The sentences on which the engine is measured: nothing like them may be in the parallel data. */
final class HeldOut {

  /** From this fuzzy score on a sentence is a held-out one with another word. */
  private static final double ALIKE = 0.9;

  private final Set<String> texts = new HashSet<>();
  private final List<FuzzyText> sources = new ArrayList<>();
  private final List<FuzzyText> targets = new ArrayList<>();

  /** Adds the sentences of a document and of its translation. */
  void add(LoadedDocument document) {
    add(document.source(), sources);
    if (document.translation() != null) {
      add(document.translation(), targets);
    }
  }

  private void add(SegmentedDocument document, List<FuzzyText> side) {
    for (DocumentSegment segment : document.segments()) {
      if (texts.add(segment.segment().expanded())) {
        side.add(FuzzyText.of(segment.segment()));
      }
    }
  }

  /** Whether one side of a pair is a held-out sentence, or nearly. */
  boolean hasSentenceLike(ParallelPair pair) {
    return !texts.isEmpty()
        && (texts.contains(pair.source())
            || texts.contains(pair.target())
            || isLike(pair.source(), sources)
            || isLike(pair.target(), targets));
  }

  private static boolean isLike(String text, List<FuzzyText> sentences) {
    FuzzyText fuzzy = FuzzyText.of(SegmentParser.parse(text));
    return sentences.stream()
        .anyMatch(sentence -> FuzzyScore.ofAtLeast(fuzzy, sentence, ALIKE) >= ALIKE);
  }
}
