package org.amts.sync;

import java.util.List;
import org.amts.segment.SegmentedDocument;

/** Makes sections of the lock file of files that nobody writes: adopted ones, and those kept. */
final class Sections {

  private Sections() {}

  /**
   * The section that records a baseline.
   *
   * @param sourceId of the source's bytes
   * @param targetId of the translation's bytes
   */
  static LockedDocument of(Baseline base, String sourceId, String targetId) {
    return new LockedDocument(
        base.translation().language(),
        base.document().name(),
        sourceId,
        base.document().translationName(),
        targetId,
        base.renditions().stream().map(rendition -> entry(base, rendition)).toList());
  }

  private static LockEntry entry(Baseline base, Rendition rendition) {
    return new LockEntry(
        hashes(base.source(), rendition.source()),
        hashes(base.translation(), rendition.target()),
        rendition.origin(),
        rendition.state(),
        rendition.engine(),
        rendition.was());
  }

  static List<String> hashes(SegmentedDocument document, List<Integer> segments) {
    return segments.stream()
        .map(i -> SegmentHash.of(document.segments().get(i).segment()))
        .toList();
  }
}
