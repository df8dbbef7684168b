package org.amts.segment;

import java.util.Objects;
import org.amts.document.TextRange;

/**
 * A segment in its place.
 *
 * @param index number of the segment in its document, from 0
 * @param block index of its block in {@link org.amts.document.Document#blocks()}
 * @param range what it covers in {@link org.amts.document.Document#text()}, without the white space
 *     around it
 * @param segment the segment
 */
public record DocumentSegment(int index, int block, TextRange range, Segment segment) {

  /** Checks that nothing is missing. */
  public DocumentSegment {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(segment, "segment");
  }
}
