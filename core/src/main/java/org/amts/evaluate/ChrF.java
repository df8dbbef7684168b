package org.amts.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * chrF (Popović, 2015): an F-score over character n-grams; with word n-grams as well it is chrF++
 * (Popović, 2017). Equal to that of sacreBLEU 2.x.
 *
 * @param characterOrder longest character n-grams, at least 1
 * @param wordOrder longest word n-grams; 0 for chrF, 2 for chrF++
 * @param beta how much more recall weighs than precision, at least 1
 * @param lowercase whether case is ignored
 * @param whitespace whether spaces count as characters
 */
public record ChrF(
    int characterOrder, int wordOrder, int beta, boolean lowercase, boolean whitespace)
    implements Metric {

  /** chrF2, the default of sacreBLEU: character n-grams up to 6, no words, case counts. */
  public static final ChrF CHRF2 = new ChrF(6, 0, 2, false, false);

  /** chrF2++: chrF2 with word n-grams up to 2. */
  public static final ChrF CHRF2_PLUS_PLUS = new ChrF(6, 2, 2, false, false);

  /** Statistics of one order: n-grams of the hypothesis, of the reference, of both. */
  private static final int COUNTS = 3;

  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  /**
   * Checks the orders.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public ChrF {
    if (characterOrder < 1 || wordOrder < 0 || beta < 1) {
      throw new IllegalArgumentException(
          "chrF with character order %d, word order %d, beta %d"
              .formatted(characterOrder, wordOrder, beta));
    }
  }

  @Override
  public String name() {
    return "chrF" + beta + "+".repeat(wordOrder);
  }

  @Override
  public String options() {
    return "case:"
        + (lowercase ? "lc" : "mixed")
        + "|eff:yes|nc:"
        + characterOrder
        + "|nw:"
        + wordOrder
        + "|space:"
        + (whitespace ? "yes" : "no");
  }

  /** Of several references the one with the best score for this sentence counts. */
  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    double[] best = statistics(hypothesis, references.get(0));
    for (String reference : references.subList(1, references.size())) {
      double[] statistics = statistics(hypothesis, reference);
      if (value(statistics) > value(best)) {
        best = statistics;
      }
    }
    return best;
  }

  @Override
  public double value(double[] statistics) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < statistics.length; i += COUNTS) {
      double inHypothesis = statistics[i];
      double inReference = statistics[i + 1];
      if (inHypothesis > 0 && inReference > 0) {
        precision += statistics[i + 2] / inHypothesis;
        recall += statistics[i + 2] / inReference;
        orders++;
      }
    }
    if (precision + recall == 0) {
      return 0;
    }
    precision /= orders;
    recall /= orders;
    double factor = (double) beta * beta;
    return 100 * (1 + factor) * precision * recall / (factor * precision + recall);
  }

  private double[] statistics(String hypothesis, String reference) {
    double[] statistics = new double[COUNTS * (characterOrder + wordOrder)];
    String left = lowercase ? hypothesis.toLowerCase(Locale.ROOT) : hypothesis;
    String right = lowercase ? reference.toLowerCase(Locale.ROOT) : reference;
    count(characters(left), characters(right), characterOrder, statistics, 0);
    if (wordOrder > 0) {
      Map<String, Integer> numbers = Words.newNumbers();
      count(
          words(left, numbers),
          words(right, numbers),
          wordOrder,
          statistics,
          COUNTS * characterOrder);
    }
    return statistics;
  }

  private static void count(
      int[] hypothesis, int[] reference, int orders, double[] statistics, int offset) {
    int[] matches = NGrams.matches(hypothesis, List.of(reference), orders);
    for (int n = 0; n < orders; n++) {
      int inReference = NGrams.count(reference.length, n + 1);
      int at = offset + COUNTS * n;
      // An order too long for the reference does not count against the hypothesis.
      statistics[at] = inReference > 0 ? NGrams.count(hypothesis.length, n + 1) : 0;
      statistics[at + 1] = inReference;
      statistics[at + 2] = matches[n];
    }
  }

  private int[] characters(String text) {
    return whitespace ? text.codePoints().toArray() : Words.characters(text);
  }

  /** Words, with one punctuation mark cut off at the end or else at the start, as in chrF++. */
  private static int[] words(String text, Map<String, Integer> numbers) {
    List<String> words =
        Words.split(text).stream().flatMap(word -> Arrays.stream(cutPunctuation(word))).toList();
    return Words.number(words, numbers);
  }

  private static String[] cutPunctuation(String word) {
    int last = word.length() - 1;
    if (last > 0 && PUNCTUATION.indexOf(word.charAt(last)) >= 0) {
      return new String[] {word.substring(0, last), word.substring(last)};
    }
    if (last > 0 && PUNCTUATION.indexOf(word.charAt(0)) >= 0) {
      return new String[] {word.substring(0, 1), word.substring(1)};
    }
    return new String[] {word};
  }
}
