package org.amts.cli.report;

import java.util.Locale;
import org.amts.engine.LanguagePair;

/** How numbers and languages are written on the page. */
final class Figures {

  private Figures() {}

  /** A whole number with groups: {@code 12,345}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A score with one digit after the point. */
  static String score(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A count with its noun: {@code 1 document}, {@code 2 documents}. */
  static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A duration for people: {@code 4.2 s}, {@code 3 min 20 s}. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole / 60 + " min " + whole % 60 + " s";
  }

  /** The English name of a language code; the code itself if it has none. */
  private static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
  }

  /** From which language into which: {@code English → Chinese}. */
  static String languages(LanguagePair pair) {
    return language(pair.source()) + " → " + language(pair.target());
  }
}
