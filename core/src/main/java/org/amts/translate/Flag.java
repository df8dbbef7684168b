package org.amts.translate;

import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/**
 * A segment that a person must look at.
 *
 * @param document name of the file that the segment stands in
 * @param line the segment's line in that file, from 1
 * @param reason why, one sentence without its full stop
 * @param text the segment as it stands in that file
 */
public record Flag(String document, int line, String reason, String text) {

  static Flag of(SegmentedDocument in, DocumentSegment segment, String reason) {
    return new Flag(
        in.document().name(),
        in.document().source().lineOf(segment.range().start()),
        reason,
        segment.segment().expanded());
  }

  /** {@code file:line: reason: text}. */
  @Override
  public String toString() {
    return document + ":" + line + ": " + reason + ": " + text;
  }
}
