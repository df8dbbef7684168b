package org.amts.align;

/**
 * How well an alignment agrees with a gold standard.
 *
 * @param precision share of the aligner's pairs that the gold standard has, 0 to 1
 * @param recall share of the gold standard's pairs that the aligner found, 0 to 1
 */
public record AlignmentScore(double precision, double recall) {

  /** The harmonic mean of precision and recall; 0 if both are 0. */
  public double f1() {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }
}
