package org.amts.evaluate;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score, never without its signature.
 *
 * @param metric name of the metric: {@code BLEU}, {@code chrF2}, {@code TER}
 * @param value the score on the scale of 0 to 100; TER may exceed 100, and for TER less is better
 * @param signature what is needed to compute it again: settings, a hash of the references, version
 * @param detail what it is made of, for people; may be empty
 * @param confidence interval by bootstrap resampling, or null if none was computed
 */
public record Score(
    String metric, double value, String signature, String detail, @Nullable Confidence confidence) {

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public Score {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(detail, "detail");
    if (!(value >= 0)) {
      throw new IllegalArgumentException(metric + " score " + value);
    }
  }

  /** One line in sacreBLEU's form, two decimals: {@code BLEU|nrefs:1|... = 34.21 (...)}. */
  @Override
  public String toString() {
    return metric
        + "|"
        + signature
        + String.format(Locale.ROOT, " = %.2f", value)
        + (confidence == null ? "" : " (" + confidence + ")")
        + (detail.isEmpty() ? "" : " " + detail);
  }
}
