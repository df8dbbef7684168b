package org.amts.corpus;

import java.util.Optional;

/** Drops pairs with an empty text or one of more than 1000 bytes of UTF-8, Amazon's limit. */
record TooLongFilter() implements PairFilter {

  @Override
  public String reason() {
    return "empty or too long";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    return AmazonRules.whySkipped(pair.source())
        .map(why -> "the source " + why)
        .or(() -> AmazonRules.whySkipped(pair.target()).map(why -> "the target " + why));
  }
}
