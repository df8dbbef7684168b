package org.amts.document;

import java.util.Objects;

/**
 * New text for a stretch of a document.
 *
 * @param range what is replaced, in {@link Document#text()}
 * @param text the new characters, as they stand in the file (already escaped)
 */
public record Replacement(TextRange range, String text) {

  /** Checks that nothing is missing. */
  public Replacement {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(text, "text");
  }
}
