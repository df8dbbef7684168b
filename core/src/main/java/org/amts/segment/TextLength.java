package org.amts.segment;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much texts say, whatever they are written in. A Chinese or Japanese character or a Korean
 * syllable says as much as about {@value #LETTERS_PER_IDEOGRAPH} letters of an alphabet.
 */
public final class TextLength {

  private static final double LETTERS_PER_IDEOGRAPH = 3.2;

  /** Added to both lengths, since short texts vary more. */
  private static final double SLACK = 14;

  private static final Set<UnicodeScript> DENSE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private TextLength() {}

  /**
   * Letters and digits of an alphabet that would say as much; marks of placeholders say nothing.
   */
  public static double letters(String text) {
    return Placeholder.marksIn(text)
        .replaceAll(" ")
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToDouble(each -> isDense(each) ? LETTERS_PER_IDEOGRAPH : 1)
        .sum();
  }

  /** How many times as much as another a text says: over 1 if it is the longer one. */
  public static double ratio(String text, String other) {
    return (letters(text) + SLACK) / (letters(other) + SLACK);
  }

  /** Whether a character stands for a syllable or a word. */
  public static boolean isDense(int character) {
    return DENSE.contains(UnicodeScript.of(character));
  }
}
