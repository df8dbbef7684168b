package org.amts.align;

/**
 * What has been learnt from the book about words and lengths, and how much either counts.
 * Immutable.
 *
 * @param lexicon the words
 * @param lengths the lengths
 */
record BeadEvidence(Lexicon lexicon, LengthModel lengths) {

  /**
   * The weight of the log-likelihood of the words, for each direction. The model takes the words of
   * a sentence for independent, which they are not, so that its logarithms are too large.
   */
  static final double WORD_WEIGHT = 0.35;

  /** The weight of the log-likelihood of the lengths. */
  static final double LENGTH_WEIGHT = 1;

  /** The weighted score of the lengths of a bead. */
  double lengthScore(double source, double target, int targetSentences) {
    return LENGTH_WEIGHT * lengths.score(source, target, targetSentences);
  }
}
