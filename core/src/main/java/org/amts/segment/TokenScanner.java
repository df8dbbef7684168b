package org.amts.segment;

/**
 * Walks over the tokens of a text without making objects of them: words, numbers, placeholders,
 * single characters of scripts that are written without spaces, and signs. White space and
 * invisible format characters separate tokens and are none. Works for any string, also with halves
 * of surrogate pairs. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * TokenScanner tokens = new TokenScanner(text);
 * while (tokens.next()) {
 *   use(tokens.kind(), text.substring(tokens.start(), tokens.end()));
 * }
 * }</pre>
 */
public final class TokenScanner {

  /** What a token is. */
  public enum Kind {
    /**
     * Letters with their accents, and digits after the first letter: {@code HTML5}, {@code don't}.
     */
    WORD,
    /** One character of Chinese or Japanese. */
    IDEOGRAPH,
    /** Digits, with separators between them: {@code 1,000.5}. No letter is next to it. */
    NUMBER,
    /** The mark of a placeholder. */
    PLACEHOLDER,
    /** Any other character, as often as it is repeated: {@code ,} {@code **} {@code ...}. */
    SIGN
  }

  private static final char MARK_START = '⟦';
  private static final char MARK_END = '⟧';
  private static final int MAX_MARK_DIGITS = 4;

  private final String text;
  private int start;
  private int end;
  private Kind kind = Kind.SIGN;

  /** Begins before the first token of a text. */
  public TokenScanner(String text) {
    this.text = text;
  }

  /** Goes on to the next token; false after the last one. */
  public boolean next() {
    int at = end;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!separates(codePoint)) {
        start = at;
        end = at + Character.charCount(codePoint);
        kind = scan(codePoint);
        return true;
      }
      at += Character.charCount(codePoint);
    }
    start = at;
    end = at;
    return false;
  }

  /** What the token is. */
  public Kind kind() {
    return kind;
  }

  /** Where the token begins, in UTF-16 code units from 0. */
  public int start() {
    return start;
  }

  /** Where the token ends, exclusive. */
  public int end() {
    return end;
  }

  /** Finds the end of the token whose first code point is given, and says what it is. */
  private Kind scan(int first) {
    if (first == MARK_START) {
      int mark = endOfMark();
      if (mark > 0) {
        end = mark;
        return Kind.PLACEHOLDER;
      }
    }
    if (Cjk.isLetter(first)) {
      skipMarks();
      return Kind.IDEOGRAPH;
    }
    if (Character.isDigit(first)) {
      skipNumber();
      if (end == text.length() || !isWordPart(text.codePointAt(end))) {
        return Kind.NUMBER;
      }
      skipWord();
      return Kind.WORD;
    }
    if (isWordPart(first)) {
      skipWord();
      return Kind.WORD;
    }
    while (end < text.length() && text.codePointAt(end) == first) {
      end += Character.charCount(first);
    }
    return Kind.SIGN;
  }

  private int endOfMark() {
    int at = end;
    while (at < text.length() && isAsciiDigit(text.charAt(at))) {
      at++;
    }
    boolean isMark =
        at > end
            && at - end <= MAX_MARK_DIGITS
            && at < text.length()
            && text.charAt(at) == MARK_END;
    return isMark ? at + 1 : -1;
  }

  private void skipMarks() {
    while (end < text.length() && isAccent(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
  }

  /** Digits, and separators that stand between two digits. */
  private void skipNumber() {
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (Character.isDigit(codePoint)) {
        end += Character.charCount(codePoint);
      } else if ((codePoint == '.' || codePoint == ',' || codePoint == ':')
          && end + 1 < text.length()
          && Character.isDigit(text.codePointAt(end + 1))) {
        end++;
      } else {
        return;
      }
    }
  }

  /** Letters, accents and digits, and apostrophes that stand between two letters. */
  private void skipWord() {
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (isWordPart(codePoint) || Character.isDigit(codePoint)) {
        end += Character.charCount(codePoint);
      } else if ((codePoint == '\'' || codePoint == '’')
          && end + 1 < text.length()
          && isWordPart(text.codePointAt(end + 1))) {
        end++;
      } else {
        return;
      }
    }
  }

  private static boolean isWordPart(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
    }
    return (Character.isLetter(codePoint) || isAccent(codePoint)) && !Cjk.isLetter(codePoint);
  }

  private static boolean isAccent(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean separates(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint <= ' ' || codePoint == 0x7F;
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }
}
