package org.amts.engine.local;

import java.util.Arrays;

/**
 * A change of a sequence of tokens.
 *
 * @param from index of the first token to replace
 * @param to exclusive
 * @param tokens what stands there instead
 */
record TokenChange(int from, int to, int[] tokens) {

  /** The smallest change that makes one sequence of another. */
  static TokenChange between(int[] before, int[] after) {
    int from = 0;
    while (from < Math.min(before.length, after.length) && before[from] == after[from]) {
      from++;
    }
    int to = before.length;
    int end = after.length;
    while (Math.min(to, end) > from && before[to - 1] == after[end - 1]) {
      to--;
      end--;
    }
    return new TokenChange(from, to, Arrays.copyOfRange(after, from, end));
  }

  /** By how many tokens the change makes a sequence longer; negative if it makes it shorter. */
  int longer() {
    return tokens.length - (to - from);
  }

  /** Makes the change. */
  int[] in(int[] sequence) {
    int[] result = new int[from + tokens.length + sequence.length - to];
    System.arraycopy(sequence, 0, result, 0, from);
    System.arraycopy(tokens, 0, result, from, tokens.length);
    System.arraycopy(sequence, to, result, from + tokens.length, sequence.length - to);
    return result;
  }
}
