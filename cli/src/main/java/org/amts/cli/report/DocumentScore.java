package org.amts.cli.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How close the machine's translation of a document comes to people's.
 *
 * @param name the document's file name
 * @param segments pairs that were compared
 * @param scores of the engine as it is
 * @param adapted of the engine adapted to the book's parallel data; null if not measured
 */
public record DocumentScore(String name, int segments, Scores scores, @Nullable Scores adapted) {

  /** Checks that nothing is missing. */
  public DocumentScore {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scores, "scores");
  }

  /** The adapted scores where there are any, otherwise the plain ones. */
  public Scores best() {
    return adapted == null ? scores : adapted;
  }
}
