package org.amts.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs emphasis that an engine broke: an asterisk without its partner would show as an asterisk,
 * or emphasise the rest of the paragraph.
 */
final class EmphasisMarks {

  private static final Pattern RUN = Pattern.compile("(?<!\\\\)\\*+");

  private EmphasisMarks() {}

  /**
   * Takes out the asterisks of a translation that cannot be right.
   *
   * @param source the segment's text
   * @param translation its translation
   * @return the translation; runs of asterisks of one length are taken out if their number is odd
   *     although it is even in the source, or if there are more of them than in the source
   */
  static String repair(String source, String translation) {
    Map<Integer, Integer> expected = counts(source);
    Map<Integer, Integer> found = counts(translation);
    Set<Integer> wrong = new HashSet<>();
    found.forEach(
        (length, count) -> {
          int inSource = expected.getOrDefault(length, 0);
          if (count > inSource || (count % 2 != 0 && inSource % 2 == 0)) {
            wrong.add(length);
          }
        });
    if (wrong.isEmpty()) {
      return translation;
    }
    return RUN.matcher(translation)
        .replaceAll(
            run ->
                Matcher.quoteReplacement(wrong.contains(run.group().length()) ? "" : run.group()));
  }

  private static Map<Integer, Integer> counts(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      counts.merge(runs.group().length(), 1, Integer::sum);
    }
    return counts;
  }
}
