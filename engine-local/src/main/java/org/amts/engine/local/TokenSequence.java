package org.amts.engine.local;

import java.util.Arrays;

/** Tokens that grow by one at a time. Not safe for use by many threads. */
final class TokenSequence {

  private int[] tokens = new int[32];
  private int length;

  /** The number of tokens. */
  int length() {
    return length;
  }

  /** The token at an index from 0. */
  int get(int index) {
    return tokens[index];
  }

  /** Appends a token. */
  void add(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
    }
    tokens[length++] = token;
  }

  /** A copy with one token more. */
  TokenSequence plus(int token) {
    TokenSequence longer = new TokenSequence();
    longer.tokens = Arrays.copyOf(tokens, Math.max(tokens.length, length + 1));
    longer.length = length;
    longer.add(token);
    return longer;
  }

  /** The tokens in an array of their own. */
  int[] toArray() {
    return Arrays.copyOf(tokens, length);
  }
}
