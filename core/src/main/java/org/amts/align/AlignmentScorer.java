package org.amts.align;

import java.util.List;

/**
 * Scores alignments against gold standards as the evaluations of sentence aligners do. Only beads
 * with sentences on both sides count, so that leaving a sentence out is punished through what it
 * was wrongly paired with and not twice.
 *
 * <ul>
 *   <li><em>strict</em>: a bead is right if the other alignment has the very same bead;
 *   <li><em>lax</em>: a bead is right if some bead of the other alignment has at least one source
 *       sentence and one target sentence in common with it.
 * </ul>
 *
 * <p>Counts add up over documents: one scorer takes the pairs of a whole test set. Not safe for use
 * by several threads at once.
 */
public final class AlignmentScorer {

  private final Counts strict = new Counts();
  private final Counts lax = new Counts();

  /**
   * Adds a document.
   *
   * @param aligned the beads of the aligner
   * @param gold the right beads
   */
  public void add(List<Bead> aligned, List<Bead> gold) {
    List<Bead> alignedPairs = pairs(aligned);
    List<Bead> goldPairs = pairs(gold);
    strict.foundRight += matches(alignedPairs, goldPairs, AlignmentScorer::same);
    strict.goldFound += matches(goldPairs, alignedPairs, AlignmentScorer::same);
    lax.foundRight += matches(alignedPairs, goldPairs, AlignmentScorer::overlap);
    lax.goldFound += matches(goldPairs, alignedPairs, AlignmentScorer::overlap);
    for (Counts counts : List.of(strict, lax)) {
      counts.found += alignedPairs.size();
      counts.gold += goldPairs.size();
    }
  }

  /** The score where a bead must be exactly right. */
  public AlignmentScore strict() {
    return strict.score();
  }

  /** The score where overlap on both sides is enough. */
  public AlignmentScore lax() {
    return lax.score();
  }

  private static List<Bead> pairs(List<Bead> beads) {
    return beads.stream().filter(Bead::isPair).toList();
  }

  /** Both lists are in order, so that two indices walk them once. */
  private static int matches(List<Bead> beads, List<Bead> others, BeadRelation relation) {
    int matches = 0;
    int first = 0;
    for (Bead bead : beads) {
      while (first < others.size() && last(others.get(first).source()) < bead.source().get(0)) {
        first++;
      }
      for (int i = first;
          i < others.size() && others.get(i).source().get(0) <= last(bead.source());
          i++) {
        if (relation.holds(bead, others.get(i))) {
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  private static boolean same(Bead a, Bead b) {
    return a.source().equals(b.source()) && a.target().equals(b.target());
  }

  private static boolean overlap(Bead a, Bead b) {
    return share(a.source(), b.source()) && share(a.target(), b.target());
  }

  private static boolean share(List<Integer> a, List<Integer> b) {
    return a.get(0) <= last(b) && b.get(0) <= last(a);
  }

  private static int last(List<Integer> indices) {
    return indices.get(indices.size() - 1);
  }

  @FunctionalInterface
  private interface BeadRelation {
    boolean holds(Bead a, Bead b);
  }

  private static final class Counts {
    private int foundRight;
    private int found;
    private int goldFound;
    private int gold;

    AlignmentScore score() {
      return new AlignmentScore(ratio(foundRight, found), ratio(goldFound, gold));
    }

    private static double ratio(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
