package org.amts.engine.local.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amts.segment.Segment;

/**
 * Chooses texts that together have as many as possible of a segment's rare terms (Agrawal et al.
 * 2023 choose examples for prompts in this way). Greedy: each choice is the text that adds most; a
 * term counts less each time that it is already there.
 */
final class Coverage {

  /** What a term is still worth when a chosen text has it. */
  private static final double AGAIN = 0.3;

  private final Map<String, Double> worth = new HashMap<>();

  /**
   * @param terms terms of the segment
   * @param size how many texts the memory has
   */
  Coverage(List<Candidates.Weighted> terms, int size) {
    for (Candidates.Weighted term : terms) {
      worth.put(term.term(), Math.log1p((double) size / term.frequency()));
    }
  }

  /** A text that may be chosen, with the terms that it shares with the segment. */
  record Candidate(int id, Set<String> shared, double score) {}

  /** Makes a candidate of a text. */
  Candidate candidate(int id, Segment source, double score) {
    Set<String> shared = new HashSet<>();
    for (String term : SourceTerms.of(source)) {
      if (worth.containsKey(term)) {
        shared.add(term);
      }
    }
    return new Candidate(id, shared, score);
  }

  /** Chooses, the best first; can be called once. */
  List<Candidate> choose(List<Candidate> candidates, int limit) {
    List<Candidate> rest = new ArrayList<>(candidates);
    List<Candidate> chosen = new ArrayList<>();
    while (chosen.size() < limit && !rest.isEmpty()) {
      Candidate best = rest.get(0);
      double bestGain = gain(best);
      for (Candidate candidate : rest) {
        double gain = gain(candidate);
        if (gain > bestGain || gain == bestGain && candidate.id() > best.id()) {
          best = candidate;
          bestGain = gain;
        }
      }
      rest.remove(best);
      chosen.add(best);
      best.shared().forEach(term -> worth.merge(term, AGAIN, (a, b) -> a * b));
    }
    return chosen;
  }

  /**
   * The fuzzy score counts as well: of two texts with the same terms the one that says less else.
   */
  private double gain(Candidate candidate) {
    double sum = 0;
    for (String term : candidate.shared()) {
      sum += worth.getOrDefault(term, 0.0);
    }
    return sum * (0.5 + candidate.score());
  }
}
