package org.amts.corpus;

import java.util.Optional;

/**
 * Drops pairs whose lengths do not go together. A Chinese or Japanese character or a Korean
 * syllable says as much as about {@value #LETTERS_PER_IDEOGRAPH} letters of an alphabet; code and
 * maths do not count.
 */
record LengthRatioFilter() implements PairFilter {

  private static final double LETTERS_PER_IDEOGRAPH = 3.2;
  private static final double MOST = 2.4;

  /** Added to both lengths, since short texts vary more. */
  private static final double SLACK = 14;

  @Override
  public String reason() {
    return "length ratio";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    double source = length(pair.source());
    double target = length(pair.target());
    double ratio = (Math.max(source, target) + SLACK) / (Math.min(source, target) + SLACK);
    return ratio > MOST
        ? Optional.of("about %.0f letters to %.0f".formatted(source, target))
        : Optional.empty();
  }

  private static double length(String text) {
    return ProtectedSpans.removedFrom(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToDouble(each -> Scripts.isDense(each) ? LETTERS_PER_IDEOGRAPH : 1)
        .sum();
  }
}
