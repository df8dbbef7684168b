package org.amts.corpus;

import java.util.Objects;

/**
 * A text and its translation by a person.
 *
 * @param source the text, as it stands in the book: with its code, maths and links
 * @param target its translation
 */
public record ParallelPair(String source, String target) {

  /** Checks that nothing is missing. */
  public ParallelPair {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }
}
