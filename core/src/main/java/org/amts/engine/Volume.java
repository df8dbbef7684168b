package org.amts.engine;

import java.math.BigDecimal;
import java.util.Collection;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to translate, and what that costs.
 *
 * @param segments segments that have words; equal ones count once
 * @param characters what the engine reads, in Unicode code points
 * @param cost in the currency of the price that the settings give; null if they give none, or if
 *     the engine is free
 */
public record Volume(long segments, long characters, @Nullable BigDecimal cost) {

  /** Counts segments with their placeholders' characters, for an engine that costs nothing. */
  public static Volume of(Collection<Segment> segments) {
    long count = 0;
    long characters = 0;
    for (Segment segment : (Iterable<Segment>) segments.stream().distinct()::iterator) {
      if (!segment.hasNoWords()) {
        String text = segment.expanded();
        count++;
        characters += text.codePointCount(0, text.length());
      }
    }
    return new Volume(count, characters, null);
  }
}
