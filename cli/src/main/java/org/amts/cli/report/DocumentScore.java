package org.amts.cli.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How close the machine's translation of a document comes to people's.
 *
 * @param name the document's file name
 * @param segments pairs that were compared
 * @param wholeBleu BLEU with the whole document as one segment, so that the order and number of its
 *     sentences do not matter
 * @param scores of the engine as it is, over the aligned segments
 * @param adapted of the engine adapted to the book's parallel data; null if not measured
 */
public record DocumentScore(
    String name, int segments, Measurement wholeBleu, Scores scores, @Nullable Scores adapted) {

  /** Checks that nothing is missing. */
  public DocumentScore {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(wholeBleu, "wholeBleu");
    Objects.requireNonNull(scores, "scores");
  }

  /** The adapted scores where there are any, otherwise the plain ones. */
  public Scores best() {
    return adapted == null ? scores : adapted;
  }
}
