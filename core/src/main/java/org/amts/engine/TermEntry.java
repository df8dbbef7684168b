package org.amts.engine;

/**
 * A term and its translation, which the engine must use wherever the term stands. A name that is
 * not to be translated is its own translation.
 *
 * @param source as it stands in the source, not blank
 * @param target its translation, not blank
 */
public record TermEntry(String source, String target) {

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank
   */
  public TermEntry {
    if (source.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException("blank term: " + source + " = " + target);
    }
  }
}
