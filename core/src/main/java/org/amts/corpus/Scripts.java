package org.amts.corpus;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The scripts that languages are written in. */
final class Scripts {

  private Scripts() {}

  /** The scripts of a language, Latin if nothing else is known. */
  static Set<UnicodeScript> of(String languageCode) {
    return switch (LanguageCode.language(languageCode)) {
      case "zh" -> EnumSet.of(UnicodeScript.HAN);
      case "ja" -> EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
      case "ko" -> EnumSet.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
      case "ru", "uk", "bg", "mk", "sr", "be", "kk", "mn" -> EnumSet.of(UnicodeScript.CYRILLIC);
      case "el" -> EnumSet.of(UnicodeScript.GREEK);
      case "ar", "fa", "ur", "ps" -> EnumSet.of(UnicodeScript.ARABIC);
      case "he" -> EnumSet.of(UnicodeScript.HEBREW);
      case "hi", "mr", "ne" -> EnumSet.of(UnicodeScript.DEVANAGARI);
      case "th" -> EnumSet.of(UnicodeScript.THAI);
      default -> EnumSet.of(UnicodeScript.LATIN);
    };
  }
}
