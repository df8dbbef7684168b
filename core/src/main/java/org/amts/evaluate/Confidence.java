package org.amts.evaluate;

import java.util.Locale;

/**
 * Where a score would lie if other sentences of the same kind had been tested: the middle 95% of
 * the scores of random resamples.
 *
 * @param mean mean of the resamples' scores
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Confidence(double mean, double low, double high) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code high} is less than {@code low}
   */
  public Confidence {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval from " + low + " to " + high);
    }
  }

  /** Half the width of the interval, which sacreBLEU prints after ±. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** {@code μ = 34.20 ± 0.83}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "μ = %.2f ± %.2f", mean, halfWidth());
  }
}
