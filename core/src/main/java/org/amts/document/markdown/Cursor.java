package org.amts.document.markdown;

import java.util.HashMap;
import java.util.Map;

/**
 * Look-ahead in one text that stays linear in all: a search that found nothing is not repeated from
 * a later position.
 */
final class Cursor {

  static final int NONE = -1;

  private final String text;
  private final Map<String, Integer> absentFrom = new HashMap<>();

  Cursor(String text) {
    this.text = text;
  }

  /** Start of the first {@code needle} at or after {@code from}, or {@link #NONE}. */
  int find(String needle, int from) {
    Integer absent = absentFrom.get(needle);
    if (absent != null && from >= absent) {
      return NONE;
    }
    int found = text.indexOf(needle, from);
    if (found < 0) {
      absentFrom.put(needle, from);
    }
    return found;
  }

  /** End of the first {@code needle} at or after {@code from}, or {@link #NONE}. */
  int findEnd(String needle, int from) {
    int found = find(needle, from);
    return found == NONE ? NONE : found + needle.length();
  }

  /** Whether {@code expected} stands at {@code at}. */
  boolean startsWith(String expected, int at) {
    return text.startsWith(expected, at);
  }

  /** The character at {@code at}, or NUL outside the text. */
  char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
  }

  int length() {
    return text.length();
  }

  /** End of the run of {@code c} that starts at {@code at}. */
  int endOfRun(char c, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end;
  }

  /** The first position at or after {@code at} that is neither a space nor a tab. */
  int skipBlanks(int at) {
    int end = at;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The first position at or after {@code at} that is not white space of Markdown. */
  int skipWhiteSpace(int at) {
    int end = at;
    while (end < text.length() && isWhiteSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** End of the line end at {@code at}: LF, CRLF or CR; {@code at} itself if there is none. */
  int skipLineEnd(int at) {
    if (charAt(at) == '\r') {
      return charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }
    return charAt(at) == '\n' ? at + 1 : at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isWhiteSpace(char c) {
    return isBlank(c) || c == '\n' || c == '\r';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAsciiLetterOrDigit(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9');
  }

  /** spec: an ASCII punctuation character, which a backslash may escape. */
  static boolean isAsciiPunctuation(char c) {
    return (c > ' ' && c < 0x7f) && !isAsciiLetterOrDigit(c);
  }
}
