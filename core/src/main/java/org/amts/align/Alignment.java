package org.amts.align;

import java.util.List;

/**
 * An alignment of two texts: beads that cover every sentence of both sides once, in order.
 *
 * @param sourceSize number of source sentences
 * @param targetSize number of target sentences
 * @param beads the beads in order
 */
public record Alignment(int sourceSize, int targetSize, List<Bead> beads) {

  /**
   * Copies the list and checks that the beads tile both sides.
   *
   * @throws IllegalArgumentException if a sentence is missing, covered twice or out of order
   */
  public Alignment {
    beads = List.copyOf(beads);
    int nextSource = 0;
    int nextTarget = 0;
    for (Bead bead : beads) {
      nextSource = follow(bead.source(), nextSource, bead);
      nextTarget = follow(bead.target(), nextTarget, bead);
    }
    if (nextSource != sourceSize || nextTarget != targetSize) {
      throw new IllegalArgumentException(
          "beads cover %d of %d source and %d of %d target sentences"
              .formatted(nextSource, sourceSize, nextTarget, targetSize));
    }
  }

  /** The beads with sentences on both sides whose confidence is at least {@code threshold}. */
  public List<Bead> pairs(double threshold) {
    return beads.stream().filter(b -> b.isPair() && b.confidence() >= threshold).toList();
  }

  /** The same beads with the sides exchanged. */
  public Alignment reversed() {
    return new Alignment(
        targetSize,
        sourceSize,
        beads.stream()
            .map(bead -> new Bead(bead.target(), bead.source(), bead.confidence()))
            .toList());
  }

  private static int follow(List<Integer> indices, int next, Bead bead) {
    if (indices.isEmpty()) {
      return next;
    }
    if (indices.get(0) != next) {
      throw new IllegalArgumentException("sentence " + next + " expected in " + bead);
    }
    return next + indices.size();
  }
}
