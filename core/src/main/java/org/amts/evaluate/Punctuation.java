package org.amts.evaluate;

import java.util.function.IntPredicate;

/**
 * Cuts punctuation off from words by spaces, as the mteval program does and after it BLEU's and
 * TER's tokenizers. Written out because regular expressions took most of the time of a score. How
 * many spaces stand in a row has no meaning.
 */
final class Punctuation {

  private Punctuation() {}

  /** What stands alone always: all ASCII signs but apostrophe, comma, dash and full stop. */
  static boolean isAscii(int character) {
    return character > ' '
        && character <= '~'
        && !Character.isLetterOrDigit(character)
        && "',-.".indexOf(character) < 0;
  }

  /** Puts spaces around every character of a kind. */
  static String separate(String text, IntPredicate kind) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    text.codePoints()
        .forEach(
            character -> {
              if (kind.test(character)) {
                out.append(' ').appendCodePoint(character).append(' ');
              } else {
                out.appendCodePoint(character);
              }
            });
    return out.toString();
  }

  /** Cuts off full stops and commas unless they stand between digits, and dashes after a digit. */
  static String separateStops(String text) {
    String afterOthers =
        separatePairs(text, first -> !isDigit(first), Punctuation::isStop, "", " ");
    String beforeOthers =
        separatePairs(afterOthers, Punctuation::isStop, second -> !isDigit(second), " ", "");
    return separatePairs(beforeOthers, Punctuation::isDigit, second -> second == '-', "", " ");
  }

  /** Puts a space between two neighbours; of overlapping pairs the first counts. */
  private static String separatePairs(
      String text, IntPredicate first, IntPredicate second, String before, String after) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    int i = 0;
    while (i < text.length()) {
      char left = text.charAt(i++);
      if (i < text.length() && first.test(left) && second.test(text.charAt(i))) {
        out.append(before).append(left).append(' ').append(text.charAt(i++)).append(after);
      } else {
        out.append(left);
      }
    }
    return out.toString();
  }

  private static boolean isStop(int character) {
    return character == '.' || character == ',';
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
