package org.amts.engine.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence to decode. Not safe for use by many threads, since neighbours are not.
 *
 * @param source its pieces, with the language tag before and the end of sentence after them
 * @param limit most tokens of the answer, the end of sentence not counted
 * @param repetitions when repetition counts as a loop, at which decoding gives up
 * @param rules what the answer may not contain; none for the model's own answer
 * @param draft tokens that the answer is likely to have, as in {@link Guidance}
 * @param neighbours tokens of similar examples; null for none
 */
record DecodingTask(
    int[] source,
    int limit,
    Repetitions repetitions,
    List<TokenRule> rules,
    int[] draft,
    @Nullable Neighbours neighbours) {

  /** Copies the rules. */
  DecodingTask {
    rules = List.copyOf(rules);
  }

  /** Decoding of a part with all that is known about its answer. */
  static DecodingTask of(Part part, ModelDescription model, List<TokenRule> rules) {
    Neighbourhood neighbours = part.guidance().neighbours();
    return new DecodingTask(
        part.input().ids(),
        longestAnswer(part.input(), model),
        part.repetitions(),
        rules,
        part.guidance().draft(),
        neighbours == null ? null : neighbours.gather());
  }

  /** The same with another draft. */
  DecodingTask withDraft(int[] tokens) {
    return new DecodingTask(source, limit, repetitions, rules, tokens, neighbours);
  }

  /** Decoding by the network and the rules alone. */
  static DecodingTask unadvised(
      ModelInput input, Repetitions repetitions, ModelDescription model, List<TokenRule> rules) {
    return new DecodingTask(
        input.ids(), longestAnswer(input, model), repetitions, rules, new int[0], null);
  }

  /** Longer answers are loops that were not noticed. */
  private static int longestAnswer(ModelInput input, ModelDescription model) {
    return Math.min(3 * input.textPieces() + 20, model.network().positions());
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
    float trust = neighbours == null ? 0 : neighbours.mix(state, logits);
    for (TokenRule rule : rules) {
      rule.apply(tokens, logits);
    }
    return trust;
  }
}
