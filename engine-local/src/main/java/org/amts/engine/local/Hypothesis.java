package org.amts.engine.local;

/**
 * An answer of the decoder.
 *
 * @param tokens its tokens, without the end of sentence
 * @param ended whether the model ended it; else it ran into the limit or into a loop
 * @param trust for each token the share of its probability that came from neighbours, 0..1; empty
 *     where there were none
 */
record Hypothesis(int[] tokens, boolean ended, float[] trust) {

  private static final float[] NO_TRUST = {};

  Hypothesis(int[] tokens, boolean ended) {
    this(tokens, ended, NO_TRUST);
  }
}
