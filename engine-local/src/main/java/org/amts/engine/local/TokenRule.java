package org.amts.engine.local;

/**
 * A rule that an answer must keep. It forbids a token by setting its logit to {@link #FORBIDDEN}.
 * Rules see only the row they are asked about, so that answers do not depend on the batch.
 * Immutable.
 */
@FunctionalInterface
interface TokenRule {

  /** The logit of a token that may not come next. */
  float FORBIDDEN = Float.NEGATIVE_INFINITY;

  /**
   * Forbids tokens.
   *
   * @param tokens the answer so far
   * @param logits of the next token, by id; changed in place
   */
  void apply(TokenSequence tokens, float[] logits);
}
