package org.amts.engine.local;

/**
 * Tells when an answer has run into a loop, the same few tokens again and again: a fault of weak
 * models on rare words.
 *
 * <p>A <i>run</i> of period p is a stretch in which each token equals the one p places before it;
 * its length counts those tokens. An answer loops if it ends in a run, of a period up to {@value
 * #LONGEST_PERIOD}, of at least two periods and at least {@value #SHORTEST_RUN} tokens beyond the
 * longest run of that period in the source: what the source repeats, the answer may repeat too.
 * Immutable.
 */
final class Repetitions {

  private static final int LONGEST_PERIOD = 16;
  private static final int SHORTEST_RUN = 7;

  /** Longest run of the source, by period. */
  private final int[] sourceRuns = new int[LONGEST_PERIOD + 1];

  /**
   * @param source the pieces of the source
   */
  Repetitions(int[] source) {
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      int run = 0;
      for (int i = period; i < source.length; i++) {
        run = source[i] == source[i - period] ? run + 1 : 0;
        sourceRuns[period] = Math.max(sourceRuns[period], run);
      }
    }
  }

  /** Whether the tokens end in a loop. */
  boolean endInLoop(TokenSequence tokens) {
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      if (runAtEnd(tokens, period) >= Math.max(2 * period, SHORTEST_RUN) + sourceRuns[period]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the tokens have a loop anywhere. */
  boolean loopIn(int[] tokens) {
    TokenSequence prefix = new TokenSequence();
    for (int token : tokens) {
      prefix.add(token);
      if (endInLoop(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A rule under which no answer loops: a token is forbidden if it would make a run of a period and
   * of two tokens at least, again beyond the source's own runs.
   */
  TokenRule rule() {
    return (tokens, logits) -> {
      for (int period = 1; period <= Math.min(LONGEST_PERIOD, tokens.length()); period++) {
        if (runAtEnd(tokens, period) + 1 >= Math.max(period, 2) + sourceRuns[period]) {
          logits[tokens.get(tokens.length() - period)] = TokenRule.FORBIDDEN;
        }
      }
    };
  }

  private static int runAtEnd(TokenSequence tokens, int period) {
    int run = 0;
    for (int i = tokens.length() - 1; i >= period && tokens.get(i) == tokens.get(i - period); i--) {
      run++;
    }
    return run;
  }
}
