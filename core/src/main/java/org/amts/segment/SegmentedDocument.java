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

  /**
   * Copies the list and checks its order.
   *
   * @throws IllegalArgumentException if a segment's index is not its place, or the segments are not
   *     in the order of their blocks
   */
  public SegmentedDocument {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(language, "language");
    segments = List.copyOf(segments);
    int block = 0;
    for (int i = 0; i < segments.size(); i++) {
      DocumentSegment segment = segments.get(i);
      if (segment.index() != i || segment.block() < block) {
        throw new IllegalArgumentException(
            document.name() + ": segment " + segment + " at place " + i + ", block " + block);
      }
      block = segment.block();
    }
  }

  /**
   * The segments of one block, in order. Takes time that grows with the logarithm of the document's
   * size, so that a walk over all blocks is cheap.
   *
   * @param block index of the block; one without segments, or outside the document, has none
   */
  public List<DocumentSegment> segmentsOf(int block) {
    return segments.subList(firstFrom(block), firstFrom(block + 1));
  }

  /** The place of the first segment whose block is {@code block} or a later one. */
  private int firstFrom(int block) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).block() < block) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
