package org.amts.corpus;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What came of filtering. Immutable.
 *
 * @param kept the good pairs, in their order
 * @param dropped the others, in their order, each with its reason
 */
public record FilterReport(ParallelData kept, List<DroppedPair> dropped) {

  /** Copies the list. */
  public FilterReport {
    Objects.requireNonNull(kept, "kept");
    dropped = List.copyOf(dropped);
  }

  /** How many pairs were dropped for each reason, in alphabetical order of the reasons. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    dropped.forEach(each -> counts.merge(each.reason(), 1, Integer::sum));
    return counts;
  }
}
