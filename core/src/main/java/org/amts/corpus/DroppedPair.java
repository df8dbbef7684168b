package org.amts.corpus;

import java.util.Objects;

/**
 * A pair that was kept out, and why.
 *
 * @param index its place among the pairs that were offered, from 0
 * @param pair the pair
 * @param reason a few words that are the same for all pairs dropped for this reason
 * @param detail what it is about this pair; may be empty
 */
public record DroppedPair(int index, ParallelPair pair, String reason, String detail) {

  /** Checks that nothing is missing. */
  public DroppedPair {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }
}
