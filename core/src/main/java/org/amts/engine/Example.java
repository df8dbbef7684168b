package org.amts.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;

/**
 * A segment and a person's translation of it: what an engine adapts to. Immutable.
 *
 * @param source the segment
 * @param target its translation, with the marks of {@code source}; a protected span that the source
 *     does not have stands in it as plain characters
 */
public record Example(Segment source, String target) {

  /** Checks that nothing is missing. */
  public Example {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }

  /**
   * Makes an example of two texts as they stand in a book or in a file of parallel data: the spans
   * that both have become placeholders with the same number.
   */
  public static Example of(String source, String target) {
    return of(SegmentParser.parse(source), SegmentParser.parse(target));
  }

  /** Makes an example of two segments, each with its own numbering. */
  public static Example of(Segment source, Segment target) {
    Map<String, String> markOf = new HashMap<>();
    source
        .placeholders()
        .forEach(placeholder -> markOf.put(placeholder.original(), placeholder.mark()));
    Matcher marks = Placeholder.marksIn(target.text());
    StringBuilder text = new StringBuilder();
    while (marks.find()) {
      String original = target.placeholders().get(Integer.parseInt(marks.group(1))).original();
      marks.appendReplacement(
          text, Matcher.quoteReplacement(markOf.getOrDefault(original, original)));
    }
    return new Example(source, marks.appendTail(text).toString());
  }

  /**
   * The same the other way round, or with fewer placeholders where the target lacks some: those
   * then stand as plain characters.
   */
  public Example reversed() {
    Map<Integer, Integer> newNumber = new HashMap<>();
    List<Placeholder> placeholders = new ArrayList<>();
    for (int number : Placeholder.numbersIn(target)) {
      if (newNumber.putIfAbsent(number, placeholders.size()) == null) {
        Placeholder old = source.placeholders().get(number);
        placeholders.add(new Placeholder(placeholders.size(), old.kind(), old.original()));
      }
    }
    return new Example(
        new Segment(renumbered(target, newNumber), placeholders),
        renumbered(source.text(), newNumber));
  }

  private String renumbered(String text, Map<Integer, Integer> newNumber) {
    return Placeholder.marksIn(text)
        .replaceAll(
            mark -> {
              int number = Integer.parseInt(mark.group(1));
              Integer renumbered = newNumber.get(number);
              return Matcher.quoteReplacement(
                  renumbered == null
                      ? source.placeholders().get(number).original()
                      : Placeholder.mark(renumbered));
            });
  }
}
