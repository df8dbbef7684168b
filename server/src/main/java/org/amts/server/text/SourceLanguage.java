package org.amts.server.text;

import java.util.Map;
import org.amts.server.content.LanguageDetector;
import org.amts.server.engines.Languages;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/** Finds out the language of a text whose client does not say it. */
public final class SourceLanguage {

  /** Below this, the client is told the guess and has to say it himself. */
  private static final double LEAST_CONFIDENCE = 0.5;

  private SourceLanguage() {}

  /**
   * The language of a text.
   *
   * @param declared by the client, perhaps {@code auto}
   * @throws ServiceException if it cannot be told
   */
  public static String of(String declared, String text, LanguageDetector detector) {
    if (!declared.equals(Languages.AUTO)) {
      return declared;
    }
    LanguageDetector.Detection detection =
        detector
            .detect(text)
            .orElseThrow(
                () ->
                    new ServiceException(
                        ErrorType.DETECTED_LANGUAGE_LOW_CONFIDENCE,
                        "the text has too few words to tell its language; say it"));
    if (detection.confidence() < LEAST_CONFIDENCE) {
      throw new ServiceException(
          ErrorType.DETECTED_LANGUAGE_LOW_CONFIDENCE,
          "the language may be " + detection.languageCode() + ", but that is not sure; say it",
          Map.of("DetectedLanguageCode", detection.languageCode()));
    }
    return detection.languageCode();
  }
}
