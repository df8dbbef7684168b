package org.amts.server.content;

import java.util.Set;

/**
 * Translates documents of one or more content types. Stateless; safe for use by many threads.
 * Whatever {@code translate="no"} protects comes through untouched.
 */
public interface ContentTranslator {

  /** The content types that it knows, in lower case and without parameters: {@code text/html}. */
  Set<String> contentTypes();

  /**
   * The beginning of the text that would be translated, for the detection of its language.
   *
   * @param contentType one of {@link #contentTypes()}
   * @return at most some thousand characters
   * @throws UnreadableContentException if the document is not of its content type
   */
  String sample(byte[] document, String contentType) throws UnreadableContentException;

  /**
   * Translates a document.
   *
   * @param contentType one of {@link #contentTypes()}
   * @param sourceLanguage language code of its text, never {@code auto}
   * @param targetLanguage language code of the translation
   * @param translator translates its segments
   * @throws UnreadableContentException if the document is not of its content type, or larger when
   *     unpacked than can be handled
   */
  TranslatedContent translate(
      byte[] document,
      String contentType,
      String sourceLanguage,
      String targetLanguage,
      SegmentTranslator translator)
      throws UnreadableContentException;
}
