package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;

/**
 * A value of front matter. Where YAML writes its characters as they are, it is running text like
 * any other. A value without quotes is one piece that is never split, because whether it needs
 * quotes can be told from the whole value only; so is one with escapes.
 */
final class YamlValue {

  /** Text that YAML would not read as this very string without quotes. */
  private static final Pattern NEEDS_QUOTES =
      Pattern.compile(
          "(?s)[\\s\\-?:,\\[\\]{}#&*!|>'\"%@`].*|.*\\s|.*:(?:\\s.*)?|.*\\s#.*|.*[\\r\\n\\t].*"
              + "|(?i:true|false|yes|no|on|off|null|~|[\\d.+-]+)|");

  private final String text;
  private final TextRange value;
  private final String raw;
  private final String reading;

  private YamlValue(String text, TextRange value, String reading) {
    this.text = text;
    this.value = value;
    this.raw = value.of(text);
    this.reading = reading;
  }

  /**
   * The blocks of a value, one for each of its paragraphs.
   *
   * @param text the text that holds the front matter
   * @param value the scalar in {@code text}, with its quotes
   * @param reading the string that it stands for
   * @return none for a blank value, and for one whose form cannot be kept: with an anchor or a tag
   */
  static List<Block> blocks(String text, TextRange value, String reading) {
    return reading.isBlank() || value.isEmpty()
        ? List.of()
        : new YamlValue(text, value, reading).blocks();
  }

  private List<Block> blocks() {
    return switch (raw.charAt(0)) {
      case '&', '!', '*' -> List.of();
      case '|', '>' -> blockScalar();
      case '"' -> quoted(YamlValue::insideDoubleQuotes, "\"");
      case '\'' -> quoted(YamlValue::insideSingleQuotes, "'");
      default -> plain();
    };
  }

  /** The lines after the indicator: a paragraph ends at a blank line. */
  private List<Block> blockScalar() {
    List<Block> blocks = new ArrayList<>();
    List<TextRange> lines = new ArrayList<>();
    int start = lineEnd(value.start());
    while (start < value.end()) {
      int end = Math.min(lineEnd(start), value.end());
      TextRange line = trimmed(start, end);
      if (line.isEmpty() && !lines.isEmpty()) {
        blocks.add(runningText(lines, Escaping.NONE));
        lines.clear();
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
      start = end;
    }
    if (!lines.isEmpty()) {
      blocks.add(runningText(lines, Escaping.NONE));
    }
    return blocks;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private TextRange trimmed(int start, int end) {
    int first = start;
    int last = end;
    while (first < last && Cursor.isWhiteSpace(text.charAt(first))) {
      first++;
    }
    while (last > first && Cursor.isWhiteSpace(text.charAt(last - 1))) {
      last--;
    }
    return new TextRange(first, last);
  }

  private List<Block> quoted(Escaping inside, String quote) {
    TextRange content = new TextRange(value.start() + 1, value.end() - 1);
    if (content.of(text).equals(reading)) {
      return List.of(runningText(List.of(content), inside));
    }
    return List.of(whole(value, changed -> quote + inside.escape(changed) + quote));
  }

  private List<Block> plain() {
    int start = value.start() - 1;
    if (start < 0 || !Cursor.isBlank(text.charAt(start))) {
      return List.of();
    }
    // With the space before it the range is longer than the text: it will not be split.
    Escaping escaping =
        changed ->
            NEEDS_QUOTES.matcher(changed).matches()
                ? " \"" + insideDoubleQuotes(changed) + "\""
                : " " + changed;
    return List.of(whole(new TextRange(start, value.end()), escaping));
  }

  private Block runningText(List<TextRange> lines, Escaping escaping) {
    List<Inline> inlines = new BlockContent(text, lines).inlines(new InlineParser());
    TextRange range = new TextRange(lines.get(0).start(), lines.get(lines.size() - 1).end());
    return new Block(BlockKind.METADATA, 0, range, inlines, escaping);
  }

  private Block whole(TextRange range, Escaping escaping) {
    String before = range.of(text);
    Inline inline = new Inline(InlineKind.TEXT, range, reading);
    Escaping unlessUnchanged = now -> now.equals(reading) ? before : escaping.escape(now);
    return new Block(BlockKind.METADATA, 0, range, List.of(inline), unlessUnchanged);
  }

  private static String insideSingleQuotes(String text) {
    return text.replace("'", "''");
  }

  private static String insideDoubleQuotes(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
