package org.amts.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * BLEU (Papineni et al., 2002) with n-grams of up to four words, equal to that of sacreBLEU 2.x.
 *
 * @param tokenizer what a word is
 * @param smoothing what to do about an order without matches
 * @param lowercase whether case is ignored
 * @param effectiveOrder whether orders longer than every hypothesis are left out; for single
 *     sentences
 */
public record Bleu(
    BleuTokenizer tokenizer, Smoothing smoothing, boolean lowercase, boolean effectiveOrder)
    implements Metric {

  private static final int MAXIMUM_ORDER = 4;

  // Where the statistics of a sentence are in their array.
  private static final int HYPOTHESIS_LENGTH = 0;
  private static final int REFERENCE_LENGTH = 1;
  private static final int MATCHES = 2;
  private static final int TOTALS = MATCHES + MAXIMUM_ORDER;
  private static final int STATISTICS = TOTALS + MAXIMUM_ORDER;

  /** Stands for the logarithm of 0, as in sacreBLEU. */
  private static final double LOG_OF_ZERO = -9999999999.0;

  /** Checks that nothing is missing. */
  public Bleu {
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(smoothing, "smoothing");
  }

  /** BLEU with sacreBLEU's defaults: exponential smoothing, case counts. */
  public static Bleu of(BleuTokenizer tokenizer) {
    return new Bleu(tokenizer, Smoothing.EXP, false, false);
  }

  /** The same with another smoothing. */
  public Bleu withSmoothing(Smoothing changed) {
    return new Bleu(tokenizer, changed, lowercase, effectiveOrder);
  }

  /** The same without regard to case. */
  public Bleu withLowercase() {
    return new Bleu(tokenizer, smoothing, true, effectiveOrder);
  }

  /** The same for single sentences. */
  public Bleu withEffectiveOrder() {
    return new Bleu(tokenizer, smoothing, lowercase, true);
  }

  @Override
  public String name() {
    return "BLEU";
  }

  @Override
  public String options() {
    return "case:"
        + (lowercase ? "lc" : "mixed")
        + "|eff:"
        + (effectiveOrder ? "yes" : "no")
        + "|tok:"
        + tokenizer.label()
        + "|smooth:"
        + smoothing;
  }

  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    Map<String, Integer> numbers = Words.newNumbers();
    int[] words = Words.number(tokens(hypothesis), numbers);
    List<int[]> referenceWords = new ArrayList<>(references.size());
    for (String reference : references) {
      referenceWords.add(Words.number(tokens(reference), numbers));
    }
    double[] statistics = new double[STATISTICS];
    statistics[HYPOTHESIS_LENGTH] = words.length;
    statistics[REFERENCE_LENGTH] = closestLength(words.length, referenceWords);
    int[] matches = NGrams.matches(words, referenceWords, MAXIMUM_ORDER);
    for (int n = 0; n < MAXIMUM_ORDER; n++) {
      statistics[MATCHES + n] = matches[n];
      statistics[TOTALS + n] = NGrams.count(words.length, n + 1);
    }
    return statistics;
  }

  @Override
  public double value(double[] statistics) {
    double[] precisions = precisions(statistics);
    int order = order(statistics);
    double sumOfLogs = 0;
    for (int n = 0; n < order; n++) {
      sumOfLogs += precisions[n] == 0 ? LOG_OF_ZERO : Math.log(precisions[n]);
    }
    return order == 0 ? 0 : brevityPenalty(statistics) * Math.exp(sumOfLogs / order);
  }

  /** Precisions, brevity penalty and lengths, as sacreBLEU prints them. */
  @Override
  public String detail(double[] statistics) {
    double[] precisions = precisions(statistics);
    double hypothesis = statistics[HYPOTHESIS_LENGTH];
    double reference = statistics[REFERENCE_LENGTH];
    return String.format(
        Locale.ROOT,
        "%.1f/%.1f/%.1f/%.1f (BP = %.3f ratio = %.3f hyp_len = %.0f ref_len = %.0f)",
        precisions[0],
        precisions[1],
        precisions[2],
        precisions[3],
        brevityPenalty(statistics),
        reference == 0 ? 0 : hypothesis / reference,
        hypothesis,
        reference);
  }

  private List<String> tokens(String sentence) {
    String text = lowercase ? sentence.toLowerCase(Locale.ROOT) : sentence;
    return tokenizer.tokens(Words.stripTrailing(text));
  }

  /** The length nearest to the hypothesis's; of two as near the shorter. */
  private static int closestLength(int length, List<int[]> references) {
    int closest = references.get(0).length;
    for (int[] reference : references) {
      int nearer = Math.abs(length - closest) - Math.abs(length - reference.length);
      if (nearer > 0 || (nearer == 0 && reference.length < closest)) {
        closest = reference.length;
      }
    }
    return closest;
  }

  private static double brevityPenalty(double[] statistics) {
    double hypothesis = statistics[HYPOTHESIS_LENGTH];
    double reference = statistics[REFERENCE_LENGTH];
    if (hypothesis >= reference) {
      return 1;
    }
    return hypothesis > 0 ? Math.exp(1 - reference / hypothesis) : 0;
  }

  /** How many orders the geometric mean is taken of; 0 if there is no match at all. */
  private int order(double[] statistics) {
    if (!hasMatch(statistics)) {
      return 0;
    }
    if (!effectiveOrder) {
      return MAXIMUM_ORDER;
    }
    int order = 0;
    while (order < MAXIMUM_ORDER && total(statistics, order) > 0) {
      order++;
    }
    return order;
  }

  /**
   * Smoothed precisions in per cent; 0 from the first order that no hypothesis is long enough for.
   */
  private double[] precisions(double[] statistics) {
    double[] precisions = new double[MAXIMUM_ORDER];
    if (!hasMatch(statistics)) {
      return precisions;
    }
    double halved = 1;
    for (int n = 0; n < MAXIMUM_ORDER && total(statistics, n) > 0; n++) {
      double matches = statistics[MATCHES + n] + added(n);
      if (matches == 0) {
        halved *= smoothing.method() == Smoothing.Method.EXP ? 0.5 : 1;
        matches =
            switch (smoothing.method()) {
              case EXP -> halved;
              case FLOOR -> smoothing.value();
              case NONE, ADD_K -> 0;
            };
      }
      precisions[n] = 100 * matches / total(statistics, n);
    }
    return precisions;
  }

  private double total(double[] statistics, int n) {
    return statistics[TOTALS + n] + added(n);
  }

  private double added(int n) {
    return smoothing.method() == Smoothing.Method.ADD_K && n > 0 ? smoothing.value() : 0;
  }

  private static boolean hasMatch(double[] statistics) {
    // Matches of a longer order contain matches of the first.
    return statistics[MATCHES] > 0;
  }
}
