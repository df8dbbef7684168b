package org.amts.translate;

import java.util.Arrays;
import org.amts.segment.Placeholder;

/** Gives a translation the capital at its beginning that the source has or a heading needs. */
final class InitialCapital {

  private static final int NONE = -1;
  private static final char MARK_START = Placeholder.mark(0).charAt(0);

  private InitialCapital() {}

  /**
   * Makes the first letter a capital if the source begins with one, or if it is a heading in a
   * script without capitals. A word that stands in the source just as the translation begins is a
   * name, {@code pandas}, and stays.
   *
   * @param source the segment's text, with marks
   * @param isHeading whether the segment is the title of a section
   * @param translation its translation, with marks
   */
  static String repair(String source, boolean isHeading, String translation) {
    int inSource = firstLetter(source);
    int at = firstLetter(translation);
    if (inSource == NONE
        || at == NONE
        || !isWanted(source.codePointAt(inSource), isHeading)
        || !Character.isLowerCase(translation.codePointAt(at))) {
      return translation;
    }
    String word = words(translation.substring(at))[0];
    if (Arrays.asList(words(source)).contains(word)) {
      return translation;
    }
    int letter = translation.codePointAt(at);
    return translation.substring(0, at)
        + Character.toString(Character.toTitleCase(letter))
        + translation.substring(at + Character.charCount(letter));
  }

  private static boolean isWanted(int letter, boolean isHeading) {
    return Character.isUpperCase(letter) || (isHeading && !Character.isLowerCase(letter));
  }

  /** Index of the first letter before any mark or digit, or {@link #NONE}. */
  private static int firstLetter(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (Character.isLetter(character)) {
        return i;
      }
      if (Character.isDigit(character) || character == MARK_START) {
        return NONE;
      }
    }
    return NONE;
  }

  private static String[] words(String text) {
    return text.split("[^\\p{L}\\p{M}\\p{N}_-]+");
  }
}
