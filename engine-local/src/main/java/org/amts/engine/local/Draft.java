package org.amts.engine.local;

import java.util.Arrays;

/**
 * A translation that the answer is likely to follow, with gaps: it proposes what may come after the
 * answer so far, at most as much as lately turned out right. Not safe for use by many threads.
 */
final class Draft {

  /** Tokens proposed at first, and at most. */
  private static final int FIRST = 4;

  private static final int MOST = 16;

  private final int[] tokens;

  /** Where in the draft the answer is; what lies before is used up. */
  private int place;

  private int size = FIRST;

  Draft(int[] tokens) {
    this.tokens = tokens.clone();
  }

  /** What may come after the answer so far; empty if the answer has left the draft. */
  int[] ahead(TokenSequence answer) {
    if (size == 0 || place >= tokens.length || !follow(answer)) {
      return new int[0];
    }
    return Arrays.copyOfRange(tokens, place, Math.min(tokens.length, place + size));
  }

  /** Told how many tokens it proposed and how many of them were right. */
  void report(int proposed, int right) {
    if (proposed > 0) {
      size = right == proposed ? Math.min(MOST, 2 * size) : Math.max(1, right);
    }
  }

  /** Finds the place after the answer's last two tokens; the beginning needs none. */
  private boolean follow(TokenSequence answer) {
    int length = answer.length();
    if (length == 0) {
      return true;
    }
    int last = answer.get(length - 1);
    boolean second = length > 1;
    for (int at = place; at < tokens.length; at++) {
      if (tokens[at] == last && (!second || at == 0 || tokens[at - 1] == answer.get(length - 2))) {
        place = at + 1;
        return place < tokens.length;
      }
    }
    return false;
  }
}
