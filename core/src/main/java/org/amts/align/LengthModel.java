package org.amts.align;

import java.util.Arrays;

/**
 * How long a translation is beside its source, after Gale and Church (1993), but with the ratio and
 * its spread learnt from the book and with lengths compared on a logarithmic scale, where a text of
 * half the length is as surprising as one of double. Lengths are in characters.
 *
 * @param ratio target characters for one source character, the median of the book
 * @param spread standard deviation of the natural logarithm of a long sentence's ratio
 * @param shortSpread what one over the source length adds to the variance: short sentences vary
 *     more
 * @param targetMean mean length of a target sentence
 * @param targetVariance variance of the length of a target sentence
 */
record LengthModel(
    double ratio, double spread, double shortSpread, double targetMean, double targetVariance) {

  /** Added to each length, so that very short texts can be compared. */
  private static final double OFFSET = 3;

  /** No length says more than this for or against a pair, in nats. */
  private static final double MOST = 4;

  /** A model that knows the mean lengths of two sides but no aligned sentences. */
  static LengthModel ofMeans(double sourceMean, double targetMean, double targetVariance) {
    double ratio = sourceMean > 0 && targetMean > 0 ? targetMean / sourceMean : 1;
    return new LengthModel(ratio, 0.2, 1, targetMean, targetVariance);
  }

  /**
   * A model of aligned sentences.
   *
   * @param sourceLengths lengths of the source sides
   * @param targetLengths lengths of the target sides
   */
  LengthModel learn(float[] sourceLengths, float[] targetLengths) {
    int size = sourceLengths.length;
    if (size < 20) {
      return this;
    }
    double[] logs = new double[size];
    for (int i = 0; i < size; i++) {
      logs[i] = Math.log((targetLengths[i] + OFFSET) / (sourceLengths[i] + OFFSET));
    }
    double median = median(logs.clone());
    // Deviation of long and short sentences by the median, which wrong pairs do not spoil.
    double[] sorted = new double[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = sourceLengths[i];
    }
    double middle = median(sorted);
    double longVariance = variance(logs, median, sourceLengths, middle, Double.MAX_VALUE);
    double shortVariance = variance(logs, median, sourceLengths, -1, middle);
    double slope = Math.max(0, shortVariance - longVariance) * middle / 2;
    return new LengthModel(
        Math.exp(median), Math.sqrt(longVariance), slope, targetMean, targetVariance);
  }

  /**
   * The logarithm of how many times more probable the length of a target side is as a translation
   * than as any stretch of as many sentences.
   *
   * @param source source characters
   * @param target target characters
   * @param sentences number of target sentences
   */
  double score(double source, double target, int sentences) {
    double x = Math.log(target + OFFSET);
    double expected = Math.log(ratio * (source + OFFSET));
    double variance = spread * spread + shortSpread / (source + OFFSET);
    double mean = sentences * targetMean + OFFSET;
    double anyVariance = Math.log1p(sentences * targetVariance / (mean * mean)) + 0.01;
    double anyExpected = Math.log(mean) - anyVariance / 2;
    double score = logNormal(x - expected, variance) - logNormal(x - anyExpected, anyVariance);
    return Math.max(-MOST, Math.min(MOST, score));
  }

  private static double logNormal(double deviation, double variance) {
    return -0.5 * (deviation * deviation / variance + Math.log(variance));
  }

  private static double variance(
      double[] logs, double median, float[] lengths, double from, double to) {
    double[] deviations = new double[logs.length];
    int count = 0;
    for (int i = 0; i < logs.length; i++) {
      if (lengths[i] > from && lengths[i] <= to) {
        deviations[count++] = Math.abs(logs[i] - median);
      }
    }
    double deviation = count == 0 ? 0.3 : 1.4826 * median(Arrays.copyOf(deviations, count));
    return Math.max(0.01, deviation * deviation);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
