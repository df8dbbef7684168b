package org.amts.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Whether the difference between two systems on the same test set may be chance. Two tests, as in
 * sacreBLEU: approximate randomization exchanges the two translations of random sentences (Riezler
 * and Maxwell, 2005) and is the one to prefer; bootstrap resampling draws the test set again and
 * again (Koehn, 2004).
 *
 * @param baseline score of the first system
 * @param system score of the second system
 * @param pValue how often chance alone makes a difference as large, from just above 0 to 1;
 *     customarily a difference counts if this is below 0.05
 */
public record PairedSignificance(Score baseline, Score system, double pValue) {

  /** How many exchanges are tried if nothing else is said, as in sacreBLEU. */
  public static final int RANDOMIZATION_TRIALS = 10_000;

  /**
   * Compares by approximate randomization, {@value #RANDOMIZATION_TRIALS} trials.
   *
   * @param baseline translations of the first system
   * @param system translations of the second system, in the same order
   * @param references what people made, in the same order
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  public static PairedSignificance byRandomization(
      Metric metric, List<String> baseline, List<String> system, List<String> references) {
    return byRandomization(
        metric, baseline, system, references, RANDOMIZATION_TRIALS, Bootstrap.SEED);
  }

  /**
   * Compares by approximate randomization.
   *
   * @param trials how many random exchanges, at least 1
   * @param seed the same seed gives the same result
   * @throws IllegalArgumentException if the lists are empty or differ in length, or if {@code
   *     trials} is less than 1
   */
  public static PairedSignificance byRandomization(
      Metric metric,
      List<String> baseline,
      List<String> system,
      List<String> references,
      int trials,
      long seed) {
    checkTrials(trials);
    List<List<String>> single = References.single(references);
    CorpusStatistics first = CorpusStatistics.of(metric, baseline, single);
    CorpusStatistics second = CorpusStatistics.of(metric, system, single);
    String signature =
        Signature.ofCorpus(metric, single).withResampling("ar", trials, seed).toString();
    Score firstScore = score(metric, first, signature);
    Score secondScore = score(metric, second, signature);
    RandomSamples random = new RandomSamples(seed);
    double[] differences = new double[trials];
    for (int i = 0; i < trials; i++) {
      boolean[] exchanged = random.coins(first.size());
      differences[i] =
          Math.abs(
              metric.value(first.sumExchanged(second, exchanged))
                  - metric.value(second.sumExchanged(first, exchanged)));
    }
    return new PairedSignificance(
        firstScore, secondScore, pValue(differences, firstScore, secondScore));
  }

  /**
   * Compares by bootstrap resampling, {@value Bootstrap#RESAMPLES} resamples; the scores have their
   * confidence intervals.
   *
   * @param baseline translations of the first system
   * @param system translations of the second system, in the same order
   * @param references what people made, in the same order
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  public static PairedSignificance byBootstrap(
      Metric metric, List<String> baseline, List<String> system, List<String> references) {
    return byBootstrap(metric, baseline, system, references, Bootstrap.RESAMPLES, Bootstrap.SEED);
  }

  /**
   * Compares by bootstrap resampling; the scores have their confidence intervals.
   *
   * @param resamples how many resamples, at least 1
   * @param seed the same seed gives the same result
   * @throws IllegalArgumentException if the lists are empty or differ in length, or if {@code
   *     resamples} is less than 1
   */
  public static PairedSignificance byBootstrap(
      Metric metric,
      List<String> baseline,
      List<String> system,
      List<String> references,
      int resamples,
      long seed) {
    checkTrials(resamples);
    List<List<String>> single = References.single(references);
    CorpusStatistics first = CorpusStatistics.of(metric, baseline, single);
    CorpusStatistics second = CorpusStatistics.of(metric, system, single);
    Signature signature = Signature.ofCorpus(metric, single).withResampling("bs", resamples, seed);
    Score firstScore = Bootstrap.score(metric, first, signature, resamples, seed);
    Score secondScore = Bootstrap.score(metric, second, signature, resamples, seed);
    double[] firstValues = Bootstrap.values(metric, first, resamples, seed);
    double[] secondValues = Bootstrap.values(metric, second, resamples, seed);
    double[] differences = new double[resamples];
    Arrays.setAll(differences, i -> Math.abs(firstValues[i] - secondValues[i]));
    // Resamples scatter around the true difference; shifted to 0 they show what chance does.
    double mean = Arrays.stream(differences).average().orElseThrow();
    Arrays.setAll(differences, i -> differences[i] - mean);
    return new PairedSignificance(
        firstScore, secondScore, pValue(differences, firstScore, secondScore));
  }

  private static Score score(Metric metric, CorpusStatistics statistics, String signature) {
    double[] sum = statistics.sum();
    return new Score(metric.name(), metric.value(sum), signature, metric.detail(sum), null);
  }

  /**
   * One is added above and below, so that too few trials never look significant. A difference as
   * large as the one observed counts, unlike in sacreBLEU, which finds a system significantly
   * different from itself.
   */
  private static double pValue(double[] differences, Score first, Score second) {
    double observed = Math.abs(first.value() - second.value());
    long atLeast = Arrays.stream(differences).filter(difference -> difference >= observed).count();
    return (atLeast + 1.0) / (differences.length + 1.0);
  }

  private static void checkTrials(int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException(trials + " trials");
    }
  }
}
