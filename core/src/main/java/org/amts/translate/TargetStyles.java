package org.amts.translate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amts.engine.FixedTerms;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.translate.typography.TypographySettings;
import org.amts.translate.typography.TypographySettings.Punctuation;
import org.amts.translate.typography.TypographySettings.Quotes;
import org.amts.translate.typography.TypographySettings.Spacing;

/** Makes the {@link TargetStyle} of a target language from a book's settings. */
public final class TargetStyles {

  private TargetStyles() {}

  /**
   * The style that a book asks for.
   *
   * @param language one of the book's target languages
   * @throws SettingsException if a setting has no meaning, or a file that the settings name cannot
   *     be read
   */
  public static TargetStyle of(Book book, String language) {
    TargetSettings settings = book.settings().targets().get(language);
    if (settings == null) {
      throw new SettingsException("the book has no target language " + language);
    }
    return new TargetStyle(
        new FixedTerms(
            settings.doNotTranslate().stream().map(word -> new TermEntry(word, word)).toList()),
        typography(settings.typography(), language),
        settings.firstMention() ? terminology(book, language) : List.of());
  }

  private static List<TermEntry> terminology(Book book, String language) {
    return Terminology.read(book, new LanguagePair(book.settings().source(), language)).terms();
  }

  /** The language's usual typography with what the settings change. */
  static TypographySettings typography(Map<String, String> changes, String language) {
    TypographySettings settings = TypographySettings.forLanguage(language);
    Punctuation punctuation = settings.punctuation();
    Spacing spacing = settings.spacing();
    Quotes quotes = settings.quotes();
    boolean invertedMarks = settings.invertedMarks();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String value = change.getValue();
      switch (change.getKey()) {
        case "punctuation" -> punctuation = named(Punctuation.class, change.getKey(), value);
        case "spacing" -> spacing = named(Spacing.class, change.getKey(), value);
        case "quotes" -> quotes = named(Quotes.class, change.getKey(), value);
        case "inverted-marks" -> invertedMarks = Boolean.parseBoolean(value);
        default ->
            throw new SettingsException(
                "typography of "
                    + language
                    + ": unknown setting \""
                    + change.getKey()
                    + "\"; known: punctuation, spacing, quotes, inverted-marks");
      }
    }
    return new TypographySettings(punctuation, spacing, quotes, invertedMarks);
  }

  private static <E extends Enum<E>> E named(Class<E> type, String setting, String value) {
    for (E constant : type.getEnumConstants()) {
      if (yaml(constant).equals(value)) {
        return constant;
      }
    }
    StringBuilder known = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      known.append(known.isEmpty() ? "" : ", ").append(yaml(constant));
    }
    throw new SettingsException(
        "typography: " + setting + " cannot be \"" + value + "\"; possible: " + known);
  }

  /** {@code FULL_WIDTH} is written {@code full-width}. */
  private static String yaml(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
