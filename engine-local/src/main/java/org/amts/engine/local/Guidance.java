package org.amts.engine.local;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the answer to a sentence before it is decoded. Immutable.
 *
 * @param draft tokens that the answer is likely to have in this order; empty if none are known. A
 *     draft makes decoding faster and never changes the answer
 * @param neighbours similar examples, whose tokens change the answer; null for none
 * @param network that has learnt from examples; null for the model's own
 * @param isUsed whether anything but the text itself and the model decides on the answer
 */
record Guidance(
    int[] draft, @Nullable Neighbourhood neighbours, @Nullable Network network, boolean isUsed) {

  /** Nothing is known. */
  static final Guidance NONE = new Guidance(new int[0], null, null, false);
}
