package org.amts.engine.local;

/**
 * An answer of the decoder.
 *
 * @param tokens its tokens, without the end of sentence
 * @param ended whether the model ended it; else it ran into the limit or into a loop
 */
record Hypothesis(int[] tokens, boolean ended) {}
