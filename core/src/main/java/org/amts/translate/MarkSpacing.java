package org.amts.translate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Separates code and formulas from the word before them. An engine that translates from Chinese,
 * where nothing stands between a word and a formula, leaves the space out: {@code the events$S$}.
 */
final class MarkSpacing {

  private static final Pattern AFTER_WORD =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]])⟦(\\d{1,4})⟧");

  private MarkSpacing() {}

  /**
   * Puts a space before each mark of code or a formula that follows a letter or digit of a script
   * with spaces.
   *
   * @param segment the segment that was translated; where its own marks follow letters, nothing is
   *     changed
   * @param translation its translation, with marks
   */
  static String repair(Segment segment, String translation) {
    if (AFTER_WORD.matcher(segment.text()).find()) {
      return translation;
    }
    Matcher marks = AFTER_WORD.matcher(translation);
    return marks.replaceAll(
        mark ->
            Matcher.quoteReplacement(
                (isCodeOrFormula(segment, Integer.parseInt(mark.group(1))) ? " " : "")
                    + mark.group()));
  }

  private static boolean isCodeOrFormula(Segment segment, int number) {
    if (number >= segment.placeholders().size()) {
      return false;
    }
    Placeholder.Kind kind = segment.placeholders().get(number).kind();
    return kind == Placeholder.Kind.CODE || kind == Placeholder.Kind.MATH;
  }
}
