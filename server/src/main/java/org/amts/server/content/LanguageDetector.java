package org.amts.server.content;

import java.util.Optional;

/** Tells in which language a text is. Safe for use by many threads. */
public interface LanguageDetector {

  /**
   * The most likely language.
   *
   * @return empty if there is nothing in the text to tell it by
   */
  Optional<Detection> detect(String text);

  /**
   * A language and how sure that is.
   *
   * @param languageCode in Amazon Translate's spelling: {@code en}, {@code zh}, {@code zh-TW}
   * @param confidence 0..1
   */
  record Detection(String languageCode, double confidence) {}
}
