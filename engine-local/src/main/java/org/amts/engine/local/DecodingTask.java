package org.amts.engine.local;

import java.util.List;

/**
 * A sentence to decode.
 *
 * @param source its pieces, with the language tag before and the end of sentence after them
 * @param limit most tokens of the answer, the end of sentence not counted
 * @param repetitions when repetition counts as a loop, at which decoding gives up
 * @param rules what the answer may not contain; none for the model's own answer
 */
record DecodingTask(int[] source, int limit, Repetitions repetitions, List<TokenRule> rules) {

  /** Copies the rules. */
  DecodingTask {
    rules = List.copyOf(rules);
  }

  /** Applies the rules to the logits of the next token. */
  void applyRules(TokenSequence tokens, float[] logits) {
    for (TokenRule rule : rules) {
      rule.apply(tokens, logits);
    }
  }
}
