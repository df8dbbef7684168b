package org.amts.corpus;

import java.util.Optional;

/**
 * Says of a pair whether it should be kept out of parallel data. Implementations are immutable and
 * look at one pair at a time; see {@link PairFilters} for the usual ones.
 */
public interface PairFilter {

  /** The reason in a few words, the same for all pairs: {@code numbers differ}. */
  String reason();

  /**
   * What is wrong with a pair.
   *
   * @return words for people, perhaps empty ones, if the pair should be kept out; nothing if it is
   *     good
   */
  Optional<String> objection(ParallelPair pair);
}
