package org.amts.corpus;

import java.util.Locale;
import java.util.Optional;

/** Drops pairs that are not translated: the same letters and digits on both sides. */
record IdenticalFilter() implements PairFilter {

  @Override
  public String reason() {
    return "identical";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    return essence(pair.source()).equals(essence(pair.target()))
        ? Optional.of("")
        : Optional.empty();
  }

  private static String essence(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
