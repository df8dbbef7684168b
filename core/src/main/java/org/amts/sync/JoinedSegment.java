package org.amts.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/** Several sentences that are translated as one. */
final class JoinedSegment {

  private JoinedSegment() {}

  /**
   * Joins segments; their placeholders are numbered anew.
   *
   * @param language of the text: Chinese and Japanese have no space between sentences
   */
  static Segment of(List<Segment> segments, String language) {
    if (segments.size() == 1) {
      return segments.get(0);
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Placeholder> placeholders = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Segment segment : segments) {
      Matcher marks = Placeholder.marksIn(segment.text());
      texts.add(
          marks.replaceAll(
              mark -> {
                Placeholder old = segment.placeholders().get(Integer.parseInt(mark.group(1)));
                int number =
                    numbers.computeIfAbsent(
                        old.kind() + " " + old.original(),
                        key -> {
                          placeholders.add(
                              new Placeholder(placeholders.size(), old.kind(), old.original()));
                          return placeholders.size() - 1;
                        });
                return Placeholder.mark(number);
              }));
    }
    return new Segment(String.join(between(language), texts), placeholders);
  }

  private static String between(String language) {
    return language.matches("(zh|ja)(-.*)?") ? "" : " ";
  }
}
