package org.amts.cli.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the alignment of existing translations gave.
 *
 * @param kept pairs in the parallel data
 * @param dropped pairs kept out, by reason, in the order of the filters
 * @param confidence how many pairs have a confidence in each of equally wide classes from 0 to 1;
 *     empty if unknown
 */
public record ParallelDataFigures(long kept, Map<String, Long> dropped, List<Long> confidence) {

  /** Copies the collections. */
  public ParallelDataFigures {
    dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    confidence = List.copyOf(confidence);
  }

  /** All pairs kept out. */
  public long droppedInAll() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }
}
