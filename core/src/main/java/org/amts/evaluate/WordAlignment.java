package org.amts.evaluate;

/** Which words of hypothesis and reference are wrong, and where in the other each belongs. */
final class WordAlignment {

  private final boolean[] hypothesisWrong;
  private final boolean[] referenceWrong;

  /** For each word of the reference the last word of the hypothesis up to its place, or -1. */
  private final int[] inHypothesis;

  WordAlignment(int hypothesisLength, int referenceLength) {
    hypothesisWrong = new boolean[hypothesisLength];
    referenceWrong = new boolean[referenceLength];
    inHypothesis = new int[referenceLength];
  }

  void right(int referenceWord, int hypothesisWord) {
    inHypothesis[referenceWord] = hypothesisWord;
  }

  void wrongInReference(int referenceWord, int hypothesisWord) {
    referenceWrong[referenceWord] = true;
    inHypothesis[referenceWord] = hypothesisWord;
  }

  void wrongInHypothesis(int hypothesisWord) {
    hypothesisWrong[hypothesisWord] = true;
  }

  int inHypothesis(int referenceWord) {
    return inHypothesis[referenceWord];
  }

  /**
   * Whether a block that is equal in both should be tried at its place in the reference: only if it
   * is not right where it stands, neither is what stands at its place, and the place is not within
   * the block.
   */
  boolean isWorthShifting(int start, int place, int length) {
    int target = inHypothesis[place];
    boolean within = start <= target && target < start + length;
    return !within
        && anyWrong(hypothesisWrong, start, length)
        && anyWrong(referenceWrong, place, length);
  }

  private static boolean anyWrong(boolean[] wrong, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (wrong[i]) {
        return true;
      }
    }
    return false;
  }
}
