package org.amts.translate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * Separates code, formulas, references and words that are not to be translated from the words
 * around them. An engine that translates from Chinese, where nothing stands between a word and a
 * formula, leaves spaces out: {@code the events$S$of}. At a line break, on the other hand, a space
 * would be part of the break.
 */
final class MarkSpacing {

  /** A letter of a script with spaces between words. */
  private static final String LETTER =
      "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]";

  private static final Pattern AFTER_WORD = Pattern.compile("(?<=" + LETTER + ")⟦(\\d{1,4})⟧");

  private static final Pattern BEFORE_WORD = Pattern.compile("⟦(\\d{1,4})⟧(?=(" + LETTER + "+))");

  private static final Pattern BEFORE_MARK = Pattern.compile("⟦(\\d{1,4})⟧(?=⟦(\\d{1,4})⟧)");

  /** What begins and ends with a letter: no markup of any format does. */
  private static final Pattern WORD =
      Pattern.compile(LETTER + "(?:.*" + LETTER + ")?", Pattern.DOTALL);

  private static final Pattern BETWEEN_SPACES = Pattern.compile("[ \\t]*⟦(\\d{1,4})⟧[ \\t]*");

  /** What belongs to what stands before it: {@code $n$th}, {@code `Block`s}, {@code GPUs}. */
  private static final Set<String> SUFFIXES = Set.of("s", "es", "st", "nd", "rd", "th", "D", "d");

  private MarkSpacing() {}

  /**
   * Puts spaces between marks of code, formulas or words and letters or digits of a script with
   * spaces, and takes those away that stand at a mark of a line break.
   *
   * @param segment the segment that was translated; where its own marks follow letters, or letters
   *     follow them, none are put there
   * @param translation its translation, with marks
   */
  static String repair(Segment segment, String translation) {
    String text = translation;
    if (!AFTER_WORD.matcher(segment.text()).find()) {
      text =
          AFTER_WORD
              .matcher(text)
              .replaceAll(mark -> isWordlike(segment, mark.group(1)) ? " $0" : "$0");
    }
    if (!BEFORE_WORD.matcher(segment.text()).find()) {
      text =
          BEFORE_WORD
              .matcher(text)
              .replaceAll(
                  mark ->
                      isInline(segment, mark.group(1)) && !SUFFIXES.contains(mark.group(2))
                          ? "$0 "
                          : "$0");
    }
    text =
        BEFORE_MARK
            .matcher(text)
            .replaceAll(mark -> areWords(segment, mark.group(1), mark.group(2)) ? "$0 " : "$0");
    return BETWEEN_SPACES
        .matcher(text)
        .replaceAll(
            mark ->
                Matcher.quoteReplacement(
                    isLineBreak(segment, mark.group(1)) ? mark.group().strip() : mark.group()));
  }

  /** Whether a mark stands for something that is set off by spaces as words are. */
  private static boolean isWordlike(Segment segment, String number) {
    return has(segment, number, Placeholder.Kind.CODE, Placeholder.Kind.MATH)
        || isWord(segment, number);
  }

  private static boolean isWord(Segment segment, String number) {
    return find(segment, number)
        .filter(span -> WORD.matcher(span.original()).matches())
        .isPresent();
  }

  /** Whether two marks are set off from one another: code or formulas may touch, words do not. */
  private static boolean areWords(Segment segment, String left, String right) {
    return isWordlike(segment, left)
        && isWordlike(segment, right)
        && (isWord(segment, left) || isWord(segment, right));
  }

  /** A role may be a footnote's mark, which follows a word closely, but no word follows it so. */
  private static boolean isInline(Segment segment, String number) {
    return isWordlike(segment, number) || has(segment, number, Placeholder.Kind.ROLE);
  }

  private static boolean has(Segment segment, String number, Placeholder.Kind... kinds) {
    return find(segment, number).filter(span -> List.of(kinds).contains(span.kind())).isPresent();
  }

  private static boolean isLineBreak(Segment segment, String number) {
    return find(segment, number).filter(span -> span.original().endsWith("\n")).isPresent();
  }

  private static Optional<Placeholder> find(Segment segment, String number) {
    int index = Integer.parseInt(number);
    return index < segment.placeholders().size()
        ? Optional.of(segment.placeholders().get(index))
        : Optional.empty();
  }
}
