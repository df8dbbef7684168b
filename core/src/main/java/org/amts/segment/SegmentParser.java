package org.amts.segment;

import org.amts.document.markdown.InlineParser;

/**
 * Makes a segment of a line of Markdown text on its own: a field of a parallel data file, a line of
 * standard input.
 */
public final class SegmentParser {

  private static final InlineParser INLINES = new InlineParser();

  private SegmentParser() {}

  /**
   * Parses a text.
   *
   * @param markdownInlineText one sentence or more, as it would stand in a paragraph; white square
   *     brackets in it stand for themselves
   * @return one segment, whose {@link Segment#expanded()} is the text but for its white space and
   *     Unicode normalisation
   */
  public static Segment parse(String markdownInlineText) {
    if (isPlain(markdownInlineText)) {
      return Segment.of(markdownInlineText);
    }
    Reading reading = Reading.of(INLINES.parse(markdownInlineText));
    return reading.segment(reading.whole());
  }

  /**
   * Whether a text surely has nothing that is protected, and no white space or characters that are
   * changed. Most sentences are so, and a million of them are read at once into a translation
   * memory.
   */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = c < 0x80 ? isPlainAscii(c, before) : isPlainBeyondAscii(c);
      if (!isPlain || (c == 'h' && text.startsWith("http", i))) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static boolean isPlainAscii(char c, char before) {
    return switch (c) {
      case ' ' -> before != ' ';
      case '\\', '`', '$', '{', '%', '<', '&', '[', ']' -> false;
      default -> c > ' ' && c < 0x7F;
    };
  }

  /** Latin letters, Han and usual punctuation; all of them are the same in normalisation form C. */
  private static boolean isPlainBeyondAscii(char c) {
    return (c > 0xA0 && c < 0x300)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3001 && c <= 0x3011)
        || (c >= 0xFF01 && c <= 0xFF5E)
        || c == '“'
        || c == '”'
        || c == '‘'
        || c == '’'
        || c == '—'
        || c == '–'
        || c == '…';
  }
}
