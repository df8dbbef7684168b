package org.amts.translate.typography;

/**
 * A term and its translation.
 *
 * @param source the term in the source language: {@code machine translation}
 * @param target the term in the target language: {@code 机器翻译}
 */
public record Term(String source, String target) {

  /**
   * Checks that there are words.
   *
   * @throws IllegalArgumentException if one of both is blank
   */
  public Term {
    if (source.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException("term \"" + source + "\" -> \"" + target + "\"");
    }
  }
}
