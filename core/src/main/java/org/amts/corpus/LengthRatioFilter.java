package org.amts.corpus;

import java.util.Optional;
import org.amts.segment.TextLength;

/** Drops pairs whose lengths do not go together; code and maths do not count. */
record LengthRatioFilter() implements PairFilter {

  private static final double MOST = 2.4;

  @Override
  public String reason() {
    return "length ratio";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    String source = ProtectedSpans.removedFrom(pair.source());
    String target = ProtectedSpans.removedFrom(pair.target());
    double ratio = TextLength.ratio(source, target);
    return Math.max(ratio, 1 / ratio) > MOST
        ? Optional.of(
            "about %.0f letters to %.0f"
                .formatted(TextLength.letters(source), TextLength.letters(target)))
        : Optional.empty();
  }
}
