package org.amts.engine;

import java.util.Objects;
import org.amts.segment.Segment;

/**
 * A segment that was edited after it had been translated.
 *
 * @param before the segment as it was, and its translation
 * @param after the segment as it is now
 */
public record Revision(Example before, Segment after) {

  /** Checks that nothing is missing. */
  public Revision {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }
}
