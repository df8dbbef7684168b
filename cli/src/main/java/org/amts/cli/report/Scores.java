package org.amts.cli.report;

import java.util.List;
import java.util.Objects;

/**
 * The three metrics of one comparison.
 *
 * @param bleu BLEU, 0 to 100, higher is better
 * @param chrF chrF2, 0 to 100, higher is better
 * @param ter translation edit rate in per cent, lower is better
 */
public record Scores(Measurement bleu, Measurement chrF, Measurement ter) {

  /** Checks that nothing is missing. */
  public Scores {
    Objects.requireNonNull(bleu, "bleu");
    Objects.requireNonNull(chrF, "chrF");
    Objects.requireNonNull(ter, "ter");
  }

  /** All three, in the order in which they are shown. */
  List<Measurement> all() {
    return List.of(bleu, chrF, ter);
  }
}
