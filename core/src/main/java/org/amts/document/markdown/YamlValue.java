package org.amts.document.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;

/**
 * A value of front matter as one piece of text. It is never split, because whether it needs quotes
 * can be told from the whole value only.
 */
final class YamlValue {

  /** Text that YAML would not read as this very string without quotes. */
  private static final Pattern NEEDS_QUOTES =
      Pattern.compile(
          "(?s)[\\s\\-?:,\\[\\]{}#&*!|>'\"%@`].*|.*\\s|.*:(?:\\s.*)?|.*\\s#.*|.*[\\r\\n\\t].*"
              + "|(?i:true|false|yes|no|on|off|null|~|[\\d.+-]+)|");

  private YamlValue() {}

  /**
   * The block of a value.
   *
   * @param text the text that holds the front matter
   * @param value the scalar in {@code text}, with its quotes
   * @param reading the string that it stands for
   * @return empty for a blank value, and for one whose form cannot be kept: with an anchor or a tag
   */
  static Optional<Block> block(String text, TextRange value, String reading) {
    String raw = value.of(text);
    boolean hasProperties = !raw.isEmpty() && "&!*".indexOf(raw.charAt(0)) >= 0;
    if (reading.isBlank() || raw.isEmpty() || hasProperties) {
      return Optional.empty();
    }
    return switch (raw.charAt(0)) {
      case '|', '>' -> block(text, trimmed(text, value), reading.strip(), YamlValue::doubleQuoted);
      case '"' -> block(text, value, reading, YamlValue::doubleQuoted);
      case '\'' -> block(text, value, reading, YamlValue::singleQuoted);
      default -> plainBlock(text, value, reading);
    };
  }

  /** The value without the line ends after it, which a block scalar takes in. */
  private static TextRange trimmed(String text, TextRange value) {
    int end = value.end();
    while (end > value.start() && Cursor.isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(value.start(), end);
  }

  private static Optional<Block> plainBlock(String text, TextRange value, String reading) {
    int start = value.start() - 1;
    if (start < 0 || !Cursor.isBlank(text.charAt(start))) {
      return Optional.empty();
    }
    // With the space before it the range is longer than the text: it will not be split.
    TextRange withSpace = new TextRange(start, value.end());
    return block(text, withSpace, reading, changed -> " " + plain(changed));
  }

  private static Optional<Block> block(
      String text, TextRange range, String reading, Escaping escaping) {
    String raw = range.of(text);
    Inline inline = new Inline(InlineKind.TEXT, range, reading);
    Escaping unlessUnchanged = changed -> changed.equals(reading) ? raw : escaping.escape(changed);
    return Optional.of(new Block(BlockKind.METADATA, 0, range, List.of(inline), unlessUnchanged));
  }

  private static String plain(String text) {
    return NEEDS_QUOTES.matcher(text).matches() ? doubleQuoted(text) : text;
  }

  private static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
