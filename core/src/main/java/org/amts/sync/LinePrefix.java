package org.amts.sync;

import java.util.Optional;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/** What makes a line a heading or an item: the characters before its first segment. */
final class LinePrefix {

  private LinePrefix() {}

  /**
   * The characters between the beginning of the line and a segment; nothing if it is not the first
   * of its block, or if others stand on its line.
   *
   * @param index of the segment in the document
   */
  static Optional<String> of(SegmentedDocument document, int index) {
    DocumentSegment segment = document.segments().get(index);
    int from = index == 0 ? 0 : document.segments().get(index - 1).range().end();
    String text = document.document().text().substring(from, segment.range().start());
    int line = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    boolean isFirst =
        index == 0 || (line > 0 && document.segments().get(index - 1).block() != segment.block());
    return isFirst ? Optional.of(text.substring(line)) : Optional.empty();
  }
}
