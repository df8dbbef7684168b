package org.amts.engine.amazon;

import java.util.ArrayList;
import java.util.List;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * A segment and its key, which equal segments share: equal ones are sent and paid once.
 *
 * @param key 24 hexadecimal digits that follow from the text and what its marks stand for
 */
record KeyedSegment(String key, Segment segment) {

  static KeyedSegment of(Segment segment) {
    List<String> parts = new ArrayList<>();
    parts.add(segment.text());
    segment.placeholders().stream().map(Placeholder::original).forEach(parts::add);
    return new KeyedSegment(Fingerprint.of(24, parts), segment);
  }
}
