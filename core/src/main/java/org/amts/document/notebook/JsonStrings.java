package org.amts.document.notebook;

import java.util.List;
import java.util.Locale;
import org.amts.document.Escaping;
import org.amts.document.ExtractedText;
import org.amts.document.TextRange;

/** Text inside JSON strings, read and written. */
final class JsonStrings {

  /** Writes every character that JSON allows as it is. */
  static final Escaping UNICODE = text -> escape(text, false);

  /** Writes characters beyond ASCII as escapes, as Python does unless told otherwise. */
  static final Escaping ASCII = text -> escape(text, true);

  private JsonStrings() {}

  /** How a file writes its strings. */
  static Escaping escapingOf(String json) {
    boolean isAscii = json.chars().allMatch(c -> c < 0x80);
    return isAscii && json.contains("\\u") ? ASCII : UNICODE;
  }

  /**
   * Reads strings as one text.
   *
   * @param json valid JSON
   * @param strings the places of strings in it, with their quotes
   */
  static ExtractedText read(String json, List<TextRange> strings) {
    ExtractedText.Builder builder = new ExtractedText.Builder();
    for (TextRange string : strings) {
      int at = string.start() + 1;
      while (at < string.end() - 1) {
        int end = at + characterLength(json, at);
        builder.decode(character(json, at), at, end);
        at = end;
      }
    }
    return builder.build();
  }

  private static int characterLength(String json, int at) {
    if (json.charAt(at) != '\\') {
      return 1;
    }
    return json.charAt(at + 1) == 'u' ? 6 : 2;
  }

  private static char character(String json, int at) {
    char c = json.charAt(at);
    if (c != '\\') {
      return c;
    }
    return switch (json.charAt(at + 1)) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) Integer.parseInt(json.substring(at + 2, at + 6), 16);
      default -> json.charAt(at + 1);
    };
  }

  private static String escape(String text, boolean asciiOnly) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (c < ' ' || asciiOnly && c > '~') {
            escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
