package org.amts.segment;

import java.lang.Character.UnicodeScript;

/**
 * Characters of Chinese and Japanese text, which is written without spaces between words: Han, kana
 * and Bopomofo letters and the full-width punctuation that goes with them. Hangul is not among
 * them; Korean separates words.
 */
public final class Cjk {

  private Cjk() {}

  /** Whether a code point is a letter of a script that is written without spaces. */
  public static boolean isLetter(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.BOPOMOFO;
  }

  /** Whether a text has a letter of a script that is written without spaces. */
  public static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Cjk::isLetter);
  }

  /** Whether a code point is full-width punctuation: {@code 。} {@code （} {@code ，}. */
  public static boolean isPunctuation(int codePoint) {
    return (codePoint >= 0x3000 && codePoint <= 0x303F && !isLetter(codePoint))
        || (codePoint >= 0xFF01 && codePoint <= 0xFF0F)
        || (codePoint >= 0xFF1A && codePoint <= 0xFF20)
        || (codePoint >= 0xFF3B && codePoint <= 0xFF40)
        || (codePoint >= 0xFF5B && codePoint <= 0xFF65);
  }

  /** Whether a code point is a letter or punctuation of text without spaces. */
  public static boolean isCjk(int codePoint) {
    return isLetter(codePoint) || isPunctuation(codePoint);
  }

  /**
   * Whether a code point is punctuation that Chinese and European text share and that is as wide as
   * the text around it: curly quotation marks, dash, ellipsis, middle dot.
   */
  public static boolean isSharedPunctuation(int codePoint) {
    return switch (codePoint) {
      case '“', '”', '‘', '’', '—', '…', '·' -> true;
      default -> false;
    };
  }
}
