package org.amts.translate.typography;

import java.util.Locale;
import java.util.Objects;

/**
 * What the typesetting of one target language asks for.
 *
 * @param punctuation how wide punctuation next to Chinese characters is
 * @param spacing what stands between a Chinese character and a letter of another script, a number
 *     or a protected span
 * @param quotes which quotation marks
 * @param invertedMarks whether questions and exclamations also begin with a mark: {@code ¿} {@code
 *     ¡}
 */
public record TypographySettings(
    Punctuation punctuation, Spacing spacing, Quotes quotes, boolean invertedMarks) {

  /** How wide punctuation next to Chinese characters is. */
  public enum Punctuation {
    /** Full-width: {@code ，。：；？！（）}. */
    FULL_WIDTH,
    /** As the translation has it. */
    KEEP
  }

  /** What stands between a Chinese character and a letter of another script or a number. */
  public enum Spacing {
    /** Nothing. */
    NONE,
    /** A space. */
    SPACE,
    /** What the translation has there. */
    KEEP
  }

  /** Which quotation marks; only pairs are changed. */
  public enum Quotes {
    /** {@code “ ”}. */
    CURLY,
    /** {@code « »}. */
    GUILLEMETS,
    /** {@code 「 」}. */
    CORNER,
    /** As the translation has them. */
    KEEP
  }

  /** Checks that nothing is missing. */
  public TypographySettings {
    Objects.requireNonNull(punctuation, "punctuation");
    Objects.requireNonNull(spacing, "spacing");
    Objects.requireNonNull(quotes, "quotes");
  }

  /**
   * What is usual in technical books of a language: Chinese full-width punctuation without spaces
   * beside it, inverted marks in Spanish; nothing is changed in other languages.
   *
   * @param language BCP 47 code: {@code zh}, {@code zh-TW}, {@code es}
   */
  public static TypographySettings forLanguage(String language) {
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    return switch (locale.getLanguage()) {
      case "zh" ->
          new TypographySettings(
              Punctuation.FULL_WIDTH,
              Spacing.NONE,
              isTraditional(locale) ? Quotes.CORNER : Quotes.CURLY,
              false);
      case "es" -> new TypographySettings(Punctuation.KEEP, Spacing.KEEP, Quotes.KEEP, true);
      default -> new TypographySettings(Punctuation.KEEP, Spacing.KEEP, Quotes.KEEP, false);
    };
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().equals("Hant")
        || (locale.getScript().isEmpty() && locale.getCountry().matches("TW|HK|MO"));
  }
}
