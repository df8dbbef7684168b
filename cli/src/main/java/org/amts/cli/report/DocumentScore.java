package org.amts.cli.report;

import java.util.List;
import java.util.Objects;

/**
 * How close the machine's translation of a document comes to people's.
 *
 * @param name the document's file name
 * @param segments pairs that were compared
 * @param wholeBleu BLEU with the whole document as one segment, so that the order and number of its
 *     sentences do not matter
 * @param scores of the engine as it is, over the aligned segments
 * @param adapted of the engine adapted to the book's parallel data; empty if not measured
 */
public record DocumentScore(
    String name, int segments, Measurement wholeBleu, Scores scores, List<AdaptedScores> adapted) {

  /** Checks that nothing is missing. */
  public DocumentScore {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(wholeBleu, "wholeBleu");
    Objects.requireNonNull(scores, "scores");
    adapted = List.copyOf(adapted);
  }

  /** The first adapted scores where there are any, otherwise the plain ones. */
  public Scores best() {
    return adapted.isEmpty() ? scores : adapted.get(0).scores();
  }
}
