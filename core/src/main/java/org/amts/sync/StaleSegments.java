package org.amts.sync;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amts.align.Alignment;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.DocumentStatus;
import org.amts.translate.DocumentStatus.State;
import org.amts.translate.LoadedDocument;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a source that its translation does not render: new ones, edited ones, and those
 * that wait for a person to settle a conflict.
 */
public final class StaleSegments {

  private StaleSegments() {}

  /**
   * By the lock file: a segment is stale if no entry renders it as it is now.
   *
   * @param source the source as it is now
   * @return in the order of the file
   */
  public static List<DocumentSegment> of(LockedDocument section, SegmentedDocument source) {
    Map<String, Integer> rendered = new HashMap<>();
    for (LockEntry entry : section.entries()) {
      if (!entry.isMissing() && !entry.isConflict()) {
        entry.sources().forEach(hash -> rendered.merge(hash, 1, Integer::sum));
      }
    }
    List<DocumentSegment> stale = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      // A sentence that stands twice in the source must be rendered twice.
      int left = rendered.merge(SegmentHash.of(segment.segment()), -1, Integer::sum);
      if (left < 0) {
        stale.add(segment);
      }
    }
    return stale;
  }

  /**
   * By alignment, for a translation that the lock file does not know.
   *
   * @param minimumConfidence of a bead that counts as a translation, 0..1
   * @return in the order of the file; the whole document if there is no alignment
   */
  public static List<DocumentSegment> of(
      SegmentedDocument source, @Nullable Alignment alignment, double minimumConfidence) {
    BitSet rendered = new BitSet();
    if (alignment != null) {
      alignment.pairs(minimumConfidence).forEach(bead -> bead.source().forEach(rendered::set));
    }
    return source.segments().stream().filter(segment -> !rendered.get(segment.index())).toList();
  }

  /** The status of a document that the lock file knows: stale if any segment is. */
  public static DocumentStatus status(LockedDocument section, LoadedDocument loaded) {
    int all = loaded.source().segments().size();
    int words = DocumentStatus.wordsOf(loaded.source());
    if (!loaded.isReadable() || loaded.translation() == null) {
      State state = loaded.isReadable() ? State.MISSING : State.UNREADABLE;
      return new DocumentStatus(loaded, null, state, all, 0, words, words);
    }
    List<DocumentSegment> stale = of(section, loaded.source());
    int staleWords =
        stale.stream().mapToInt(segment -> DocumentStatus.words(segment.segment().text())).sum();
    return new DocumentStatus(
        loaded,
        null,
        stale.isEmpty() ? State.TRANSLATED : State.STALE,
        all,
        all - stale.size(),
        words,
        staleWords);
  }
}
