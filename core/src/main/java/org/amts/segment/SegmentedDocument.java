package org.amts.segment;

import java.util.List;
import java.util.Objects;
import org.amts.document.Document;

/**
 * A document and its segments. Immutable.
 *
 * @param document the document
 * @param language language of its text, BCP 47: {@code en}, {@code zh}
 * @param segments its segments in the order of the file, each index equal to its place in the list
 */
public record SegmentedDocument(
    Document document, String language, List<DocumentSegment> segments) {

  /** Copies the list. */
  public SegmentedDocument {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(language, "language");
    segments = List.copyOf(segments);
  }

  /** The segments of one block, in order. */
  public List<DocumentSegment> segmentsOf(int block) {
    return segments.stream().filter(segment -> segment.block() == block).toList();
  }
}
