package org.amts.corpus;

import java.util.Optional;

/** Drops pairs in which one text has nothing to translate: no letter outside code and maths. */
record NoLettersFilter() implements PairFilter {

  @Override
  public String reason() {
    return "no letters";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    return hasNoLetters(pair.source()) || hasNoLetters(pair.target())
        ? Optional.of("")
        : Optional.empty();
  }

  private static boolean hasNoLetters(String text) {
    return ProtectedSpans.removedFrom(text).codePoints().noneMatch(Character::isLetter);
  }
}
