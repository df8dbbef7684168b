package org.amts.align;

import java.util.List;

/**
 * Sentences of the source and the sentences of the target that render them. Either side may be
 * empty, but not both: a bead without target is a deletion, one without source an insertion.
 *
 * @param source indices of source sentences, from 0, consecutive
 * @param target indices of target sentences, from 0, consecutive
 * @param confidence how sure it is that the two sides are translations of each other, from 0 to 1;
 *     0 for a deletion or an insertion
 */
public record Bead(List<Integer> source, List<Integer> target, double confidence) {

  /**
   * Copies the lists and checks the indices.
   *
   * @throws IllegalArgumentException if both sides are empty, if the indices of a side are negative
   *     or not consecutive, or if the confidence is not between 0 and 1
   */
  public Bead {
    source = List.copyOf(source);
    target = List.copyOf(target);
    if (source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a bead without sentences");
    }
    requireConsecutive(source);
    requireConsecutive(target);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence);
    }
  }

  /** Whether both sides have sentences. */
  public boolean isPair() {
    return !source.isEmpty() && !target.isEmpty();
  }

  private static void requireConsecutive(List<Integer> indices) {
    for (int i = 0; i < indices.size(); i++) {
      if (indices.get(0) < 0 || indices.get(i) != indices.get(0) + i) {
        throw new IllegalArgumentException("not consecutive indices from 0: " + indices);
      }
    }
  }
}
