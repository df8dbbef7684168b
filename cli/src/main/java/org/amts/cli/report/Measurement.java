package org.amts.cli.report;

import java.util.Objects;

/**
 * A score with its uncertainty.
 *
 * @param value the score
 * @param low lower end of its 95% confidence interval; equal to {@code value} if not estimated
 * @param high upper end of the interval; equal to {@code value} if not estimated
 * @param signature metric, tokenizer, smoothing and version, so that the figure can be reproduced
 */
public record Measurement(double value, double low, double high, String signature) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not a number or {@code low} lies above {@code high}
   */
  public Measurement {
    Objects.requireNonNull(signature, "signature");
    if (!Double.isFinite(value) || !(low <= high)) {
      throw new IllegalArgumentException(value + " in [" + low + ", " + high + "]");
    }
  }

  /** A score without an estimate of its uncertainty. */
  public static Measurement exact(double value, String signature) {
    return new Measurement(value, value, value, signature);
  }

  /** Whether the uncertainty was estimated. */
  boolean hasInterval() {
    return low < high;
  }
}
