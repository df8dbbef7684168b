package org.amts.engine.local.memory;

import java.util.Objects;
import org.amts.engine.Example;

/**
 * An example that was found in a translation memory.
 *
 * @param id its place in the memory, from 0
 * @param example the example
 * @param score the {@linkplain org.amts.segment.FuzzyScore fuzzy score} of its source and the
 *     segment that was looked for, 0..1
 */
public record MemoryMatch(int id, Example example, double score) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id is negative or the score is not in 0..1
   */
  public MemoryMatch {
    Objects.requireNonNull(example, "example");
    if (id < 0) {
      throw new IllegalArgumentException("id " + id);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + score);
    }
  }
}
