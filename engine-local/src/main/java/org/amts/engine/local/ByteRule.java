package org.amts.engine.local;

import java.util.Arrays;

/**
 * An answer has no single bytes but those of the source. Bytes spell characters that the vocabulary
 * does not have; a weak model that takes to them seldom spells anything.
 */
final class ByteRule implements TokenRule {

  private final int[] forbidden;

  /**
   * @param bytes ids of the pieces that are single bytes
   * @param source the source's pieces
   */
  ByteRule(int[] bytes, int[] source) {
    forbidden =
        Arrays.stream(bytes)
            .filter(id -> Arrays.stream(source).noneMatch(piece -> piece == id))
            .toArray();
  }

  @Override
  public void apply(TokenSequence tokens, float[] logits) {
    for (int id : forbidden) {
      logits[id] = FORBIDDEN;
    }
  }
}
