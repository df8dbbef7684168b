package org.amts.engine.local;

import java.util.HashMap;
import java.util.Map;
import org.amts.segment.Placeholder;

/** Compares the marks of two texts. */
final class Placeholders {

  private Placeholders() {}

  /** How many marks one of the texts has and the other has not, as multisets. */
  static int difference(String text, String other) {
    Map<Integer, Integer> counts = new HashMap<>();
    Placeholder.numbersIn(text).forEach(number -> counts.merge(number, 1, Integer::sum));
    Placeholder.numbersIn(other).forEach(number -> counts.merge(number, -1, Integer::sum));
    return counts.values().stream().mapToInt(Math::abs).sum();
  }
}
