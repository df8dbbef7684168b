package org.amts.server.content;

import java.util.Objects;

/**
 * A translated document.
 *
 * @param document its bytes, of the same content type as the source
 * @param characters how many characters of the source were text to translate, in UTF-16 units
 * @param failedSegments how many segments could not be translated and stand in the source language
 */
public record TranslatedContent(byte[] document, long characters, int failedSegments) {

  /** Checks that nothing is missing. */
  public TranslatedContent {
    Objects.requireNonNull(document, "document");
  }
}
