package org.amts.engine.local;

import java.util.List;

/**
 * A sentence to decode.
 *
 * @param source its pieces, with the language tag before and the end of sentence after them
 * @param limit most tokens of the answer, the end of sentence not counted
 * @param repetitions when repetition counts as a loop, at which decoding gives up
 * @param rules what the answer may not contain; none for the model's own answer
 * @param guidance what is known about the answer beforehand
 */
record DecodingTask(
    int[] source, int limit, Repetitions repetitions, List<TokenRule> rules, Guidance guidance) {

  /** Copies the rules. */
  DecodingTask {
    rules = List.copyOf(rules);
  }

  /**
   * What the neighbours and the rules make of the logits of the next token.
   *
   * @param tokens the answer so far
   * @param state of the network
   * @param logits changed in place, up to a constant
   * @return the neighbours' share of the probability, 0..1
   */
  float apply(TokenSequence tokens, float[] state, float[] logits) {
    Neighbours neighbours = guidance.neighbours();
    float trust = neighbours == null ? 0 : neighbours.mix(state, logits);
    for (TokenRule rule : rules) {
      rule.apply(tokens, logits);
    }
    return trust;
  }
}
