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
    Reading reading = Reading.of(INLINES.parse(markdownInlineText));
    return reading.segment(reading.whole());
  }
}
