package org.amts.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Confidence intervals by bootstrap resampling (Koehn, 2004): the test set is drawn again and again
 * from itself, sentence by sentence with repetition, and the middle 95% of the scores are the
 * interval.
 */
public final class Bootstrap {

  /** How many resamples are drawn if nothing else is said, as in sacreBLEU. */
  public static final int RESAMPLES = 1000;

  /** The seed if nothing else is said, as in sacreBLEU. */
  public static final long SEED = 12345;

  private Bootstrap() {}

  /**
   * Scores a corpus, with its confidence interval from {@value #RESAMPLES} resamples.
   *
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  public static Score score(Metric metric, List<String> hypotheses, List<String> references) {
    return score(metric, hypotheses, References.single(references), RESAMPLES, SEED);
  }

  /**
   * Scores a corpus, with its confidence interval.
   *
   * @param references for each hypothesis its references, at least one
   * @param resamples how many resamples to draw, at least 1
   * @param seed the same seed gives the same interval
   * @throws IllegalArgumentException if the lists are empty or differ in length, or if {@code
   *     resamples} is less than 1
   */
  public static Score score(
      Metric metric,
      List<String> hypotheses,
      List<List<String>> references,
      int resamples,
      long seed) {
    CorpusStatistics statistics = CorpusStatistics.of(metric, hypotheses, references);
    Signature signature =
        Signature.ofCorpus(metric, references).withResampling("bs", resamples, seed);
    return score(metric, statistics, signature, resamples, seed);
  }

  static Score score(
      Metric metric, CorpusStatistics statistics, Signature signature, int resamples, long seed) {
    double[] sum = statistics.sum();
    Confidence confidence = confidence(values(metric, statistics, resamples, seed));
    return new Score(
        metric.name(), metric.value(sum), signature.toString(), metric.detail(sum), confidence);
  }

  /** Scores of resamples; the same seed and size draw the same sentences for every system. */
  static double[] values(Metric metric, CorpusStatistics statistics, int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException(resamples + " resamples");
    }
    RandomSamples random = new RandomSamples(seed);
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] = metric.value(statistics.sum(random.withReplacement(statistics.size())));
    }
    return values;
  }

  private static Confidence confidence(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 40; // 2.5% at each end
    double mean = Arrays.stream(sorted).average().orElseThrow();
    return new Confidence(mean, sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
