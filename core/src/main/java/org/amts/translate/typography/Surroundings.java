package org.amts.translate.typography;

import org.amts.segment.Cjk;

/**
 * What a reader sees beside a position: emphasis marks, and the brackets and target of a link, are
 * passed over. Positions are UTF-16 code units of a text with one character for each mark.
 */
final class Surroundings {

  /** There is nothing beside the position. */
  static final int NOTHING = -1;

  private Surroundings() {}

  /** The code point that a reader sees before a position. */
  static int before(CharSequence text, int position) {
    int at = positionBefore(text, position);
    return at == 0 ? NOTHING : Character.codePointBefore(text, at);
  }

  /** The code point that a reader sees from a position on. */
  static int after(CharSequence text, int position) {
    int at = positionAfter(text, position);
    return at == text.length() ? NOTHING : Character.codePointAt(text, at);
  }

  /** The end of what a reader sees before a position. */
  static int positionBefore(CharSequence text, int position) {
    int at = position;
    while (at > 0) {
      char c = text.charAt(at - 1);
      if (isEmphasis(c) || c == ']') {
        at--;
      } else if (c == MarkedText.TARGET && at > 1) {
        at -= 2;
      } else {
        break;
      }
    }
    return at;
  }

  /** The beginning of what a reader sees from a position on. */
  static int positionAfter(CharSequence text, int position) {
    int at = position;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean image = c == '!' && at + 1 < text.length() && text.charAt(at + 1) == '[';
      if (!isEmphasis(c) && c != '[' && !image) {
        break;
      }
      at++;
    }
    return at;
  }

  /** The same as {@link #before} beyond spaces and quotation marks. */
  static int wordBefore(CharSequence text, int position) {
    int at = positionBefore(text, position);
    while (at > 0 && (text.charAt(at - 1) == ' ' || isQuote(text.charAt(at - 1)))) {
      at = positionBefore(text, at - 1);
    }
    return at == 0 ? NOTHING : Character.codePointBefore(text, at);
  }

  /** The same as {@link #after} beyond spaces and quotation marks. */
  static int wordAfter(CharSequence text, int position) {
    int at = positionAfter(text, position);
    while (at < text.length() && (text.charAt(at) == ' ' || isQuote(text.charAt(at)))) {
      at = positionAfter(text, at + 1);
    }
    return at == text.length() ? NOTHING : Character.codePointAt(text, at);
  }

  static boolean isCjk(int codePoint) {
    return codePoint != NOTHING && Cjk.isCjk(codePoint);
  }

  /** A letter or digit of a script that has spaces between words. */
  static boolean isWestern(int codePoint) {
    return codePoint != NOTHING && Character.isLetterOrDigit(codePoint) && !Cjk.isLetter(codePoint);
  }

  static boolean isEmphasis(char c) {
    return c == '*' || c == '_' || c == '~';
  }

  private static boolean isQuote(char c) {
    return "“”‘’«»「」\"".indexOf(c) >= 0;
  }
}
