package org.amts.cli.report;

import java.util.Objects;

/**
 * How close the engine comes when it is adapted.
 *
 * @param to what it was adapted to: {@code sentences}, {@code paragraphs}
 * @param wholeBleu BLEU with the whole document as one segment
 * @param scores over the aligned segments
 * @param pValue how likely a BLEU difference as large as that to the unadapted engine is by chance
 *     (paired bootstrap over the segments), 0..1
 */
public record AdaptedScores(String to, Measurement wholeBleu, Scores scores, double pValue) {

  /** Checks that nothing is missing. */
  public AdaptedScores {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(wholeBleu, "wholeBleu");
    Objects.requireNonNull(scores, "scores");
  }
}
