package org.amts.align;

/**
 * How well the words of a sentence are explained by the words of another language, as a likelihood
 * ratio: how many times more probable the word is as a translation of the given words than as any
 * word of its language. Under IBM model 1 each word is the translation of one of the given words or
 * of none, all equally likely.
 */
final class Explanation {

  /**
   * The probability that a word owes nothing to the given words, whatever the lexicon says: people
   * translate freely.
   */
  private static final double FREE = 0.3;

  /** One word proves no more than this; a formula may stand in two places. */
  private static final double MOST = 150;

  private Explanation() {}

  /**
   * What the ratio of a word is before its own associations are added.
   *
   * @param words number of given words
   * @param unlinked sum of the probabilities that a given word has no translation
   */
  static double base(double words, double unlinked) {
    return FREE + (1 - FREE) * (1 + unlinked) / (1 + words);
  }

  /**
   * The ratio of a word.
   *
   * @param base from {@link #base}
   * @param words number of given words
   * @param associations sum of the given words' associations with the word
   */
  static double ratio(double base, double words, double associations) {
    return Math.min(MOST, base + (1 - FREE) * associations / (1 + words));
  }

  /**
   * The sum of the logarithms of ratios, by multiplication, because logarithms would take most of
   * the time of an alignment.
   */
  static final class LogProduct {

    private double logarithm;
    private double product;

    void reset() {
      logarithm = 0;
      product = 1;
    }

    void multiply(double ratio) {
      product *= ratio;
      if (product > 1e100 || product < 1e-100) {
        logarithm += Math.log(product);
        product = 1;
      }
    }

    double value() {
      return logarithm + Math.log(product);
    }
  }
}
