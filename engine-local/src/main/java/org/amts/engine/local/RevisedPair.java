package org.amts.engine.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.amts.engine.Example;
import org.amts.engine.Revision;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * A revision in which equal placeholders have equal numbers: those of the new segment, and after
 * them those that only the old one has. Immutable.
 *
 * @param before the old segment and its translation; its list has the placeholders of both segments
 * @param after the new segment as it was given
 */
record RevisedPair(Example before, Segment after) {

  static RevisedPair of(Revision revision) {
    Segment old = revision.before().source();
    List<Placeholder> both = new ArrayList<>(revision.after().placeholders());
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Placeholder placeholder : old.placeholders()) {
      int number =
          both.stream()
              .filter(
                  known ->
                      known.kind() == placeholder.kind()
                          && known.original().equals(placeholder.original()))
              .mapToInt(Placeholder::number)
              .findFirst()
              .orElse(both.size());
      if (number == both.size()) {
        both.add(new Placeholder(number, placeholder.kind(), placeholder.original()));
      }
      numbers.put(placeholder.number(), number);
    }
    return new RevisedPair(
        new Example(
            new Segment(renumbered(old.text(), numbers), both),
            renumbered(revision.before().target(), numbers)),
        revision.after());
  }

  private static String renumbered(String text, Map<Integer, Integer> numbers) {
    return Placeholder.marksIn(text)
        .replaceAll(
            mark -> {
              Integer number = numbers.get(Integer.parseInt(mark.group(1)));
              return Matcher.quoteReplacement(
                  number == null ? mark.group() : Placeholder.mark(number));
            });
  }
}
