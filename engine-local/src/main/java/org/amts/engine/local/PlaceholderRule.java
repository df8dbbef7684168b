package org.amts.engine.local;

import java.util.Map;

/**
 * An answer has the source's placeholders, each as often: one that the source does not have, or
 * that is used up, is forbidden; those still missing are encouraged; and where the model would end
 * the answer while some are missing, it has to choose the one of them that it finds likeliest.
 */
final class PlaceholderRule implements TokenRule {

  /**
   * Added to the logit of what is still missing. The models that lose placeholders had them as
   * second or third choice in their places; with more than this they come too early.
   */
  private static final float ENCOURAGEMENT = 2;

  private final Map<Integer, Integer> expected;
  private final int[] symbols;
  private final int end;

  /**
   * @param expected how often each symbol stands in the source, by id
   * @param symbols ids of all symbols
   * @param end id of the end of sentence
   */
  PlaceholderRule(Map<Integer, Integer> expected, int[] symbols, int end) {
    this.expected = Map.copyOf(expected);
    this.symbols = symbols.clone();
    this.end = end;
  }

  @Override
  public void apply(TokenSequence tokens, float[] logits) {
    int missing = -1;
    for (int symbol : symbols) {
      if (count(tokens, symbol) >= expected.getOrDefault(symbol, 0)) {
        logits[symbol] = FORBIDDEN;
      } else {
        logits[symbol] += ENCOURAGEMENT;
        if (missing < 0 || logits[symbol] > logits[missing]) {
          missing = symbol;
        }
      }
    }
    if (missing >= 0) {
      // In place of the end of sentence: where the model would end, this comes.
      logits[missing] = Math.max(logits[missing], logits[end]);
      logits[end] = FORBIDDEN;
    }
  }

  private static int count(TokenSequence tokens, int symbol) {
    int count = 0;
    for (int i = 0; i < tokens.length(); i++) {
      count += tokens.get(i) == symbol ? 1 : 0;
    }
    return count;
  }
}
