package org.amts.cli;

import java.lang.Character.UnicodeScript;

/**
 * The language that a text is probably in, from its script alone, for commands that are given no
 * language. Enough to choose the rules of sentence splitting, which differ by script.
 */
final class LanguageGuess {

  private LanguageGuess() {}

  /**
   * Guesses from the first characters of a text.
   *
   * @return {@code ja} for a text with kana, {@code ko} with Hangul, {@code zh} with Han, {@code
   *     ru} with Cyrillic, each only if there is more than a sprinkling of it; otherwise {@code en}
   */
  static String of(CharSequence text) {
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int cyrillic = 0;
    int latin = 0;
    for (int i = 0; i < Math.min(text.length(), 20_000); i++) {
      switch (UnicodeScript.of(text.charAt(i))) {
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> kana++;
        case HANGUL -> hangul++;
        case CYRILLIC -> cyrillic++;
        case LATIN -> latin++;
        default -> {}
      }
    }
    // An ideograph stands for about a word, that is some five Latin letters; code and formulas
    // between Chinese words are Latin, and a Chinese name may stand in an English text.
    int sprinkling = latin / 20;
    if (kana > sprinkling) {
      return "ja";
    }
    if (hangul > sprinkling) {
      return "ko";
    }
    if (han > sprinkling) {
      return "zh";
    }
    return cyrillic > sprinkling ? "ru" : "en";
  }
}
