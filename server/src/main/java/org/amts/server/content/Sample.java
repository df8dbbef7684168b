package org.amts.server.content;

import java.util.List;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;

/** The words of a document without its markup. */
final class Sample {

  /** More text makes no detector surer. */
  private static final int LENGTH = 4000;

  private Sample() {}

  /** The beginning of the text, about {@link #LENGTH} UTF-16 units long at most. */
  static String of(List<DocumentSegment> segments) {
    StringBuilder text = new StringBuilder();
    for (DocumentSegment segment : segments) {
      String words = Placeholder.marksIn(segment.segment().text()).replaceAll("");
      text.append(words, 0, Math.min(words.length(), LENGTH)).append('\n');
      if (text.length() >= LENGTH) {
        break;
      }
    }
    return text.toString();
  }

  /** How many UTF-16 units of the segments are words. */
  static long characters(List<DocumentSegment> segments) {
    return segments.stream()
        .mapToLong(segment -> Placeholder.marksIn(segment.segment().text()).replaceAll("").length())
        .sum();
  }
}
