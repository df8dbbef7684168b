package org.amts.align;

/**
 * How often people translate so many sentences by so many, as logarithms relative to one by one.
 * The first values follow the frequencies of hand-aligned texts (Gale and Church 1993 and later
 * sets); the rest fall with the size of the bead.
 */
final class BeadPrior {

  private BeadPrior() {}

  /** The score of a bead of {@code m} source and {@code n} target sentences, both at least 1. */
  static double score(int m, int n) {
    int more = Math.max(m, n);
    int fewer = Math.min(m, n);
    if (fewer == 1) {
      return more == 1 ? 0 : -0.5 - 1.5 * (more - 1);
    }
    return -2 - 1.5 * (more + fewer - 2);
  }

  /**
   * The score of a unit without partner. A marker of a place says less than a sentence, because
   * layouts differ.
   */
  static float unpaired(boolean isMarker) {
    return isMarker ? -1 : -2;
  }
}
