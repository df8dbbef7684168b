package org.amts.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries {@linkplain SlideMarks marks for slides} through a translation in whatever form disturbs
 * it least. Those around a whole text an engine does not see at all. Others it gets as strong
 * emphasis, which engines know from other texts. Only where that could be mistaken, since there is
 * emphasis already, or half of a mark, does it get placeholders: it takes them for words.
 */
public final class SlideMarkTransfer {

  private static final Map<String, String> CLOSING =
      Map.of("[**", "**]", "(**", "**)", "[~~", "~~]", "(~~", "~~)");

  private static final String STRONG = "**";

  /** Marks that stand at these places would be read as another run of asterisks or tildes. */
  private static final Pattern EDGE = Pattern.compile("[*~\\s].*|.*[*~\\s]|", Pattern.DOTALL);

  /** No asterisk and no quotation mark: they belong to what is before them. */
  private static final String FINAL_PUNCTUATION = ".。!！?？:：;；,，、…";

  /** Begins where spaces do, or where the one before it has ended: no space is looked at twice. */
  private static final String SPACES_BEFORE = "(?:\\G|(?<!\\s))(\\s*+)";

  private static final Pattern ASTERISKS_WITH_SPACES =
      Pattern.compile(SPACES_BEFORE + "(\\*{2,})(\\s*+)");

  /** Where strong emphasis begins or ends, other emphasis may do so, too. */
  private static final int MOST_ASTERISKS = 3;

  private static final Pattern MARK_WITH_SPACES =
      Pattern.compile(SPACES_BEFORE + "(⟦\\d{1,4}⟧)(\\s*+)");

  /** What a space may stand before: no full stop. */
  private static final Pattern BEGINS_WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{Ps}\\p{Pi}\\p{Sm}`*$⟦]");

  private SlideMarkTransfer() {}

  /** In which form an engine gets the marks of a segment. */
  private enum Form {
    NONE,
    LEFT_OUT,
    STRONG,
    PLACEHOLDERS
  }

  /** The segment as an engine should get it; the segment itself if it has no marks. */
  public static Segment prepare(Segment segment) {
    List<Integer> places = SlideMarks.placesIn(segment);
    return switch (form(segment.text(), places)) {
      case NONE -> segment;
      case LEFT_OUT ->
          new Segment(SlideMarks.replaced(segment.text(), places, ""), segment.placeholders());
      case STRONG ->
          new Segment(SlideMarks.replaced(segment.text(), places, STRONG), segment.placeholders());
      case PLACEHOLDERS -> protect(segment, places);
    };
  }

  /**
   * Puts the marks into what an engine made of a {@linkplain #prepare prepared} segment.
   *
   * @param segment the segment before it was prepared
   * @param translation with the marks of the prepared segment
   * @return the translation with the marks of {@code segment} alone; without any marks for slides
   *     if the engine put them where they mean nothing
   */
  public static String insert(Segment segment, String translation) {
    List<Integer> places = SlideMarks.placesIn(segment);
    List<String> marks = marks(segment.text(), places);
    return switch (form(segment.text(), places)) {
      case NONE -> translation;
      case LEFT_OUT -> around(segment.text(), places, marks, translation);
      case STRONG -> inPlaceOfStrong(marks, translation);
      case PLACEHOLDERS -> inPlaceOfPlaceholders(segment, places, translation);
    };
  }

  private static Form form(String text, List<Integer> places) {
    if (places.isEmpty()) {
      return Form.NONE;
    }
    if (!isNested(marks(text, places))) {
      return Form.PLACEHOLDERS;
    }
    if (places.size() == 2 && places.get(0) == 0 && endOfWords(text) <= behind(places.get(1))) {
      return Form.LEFT_OUT;
    }
    for (int i = 0; i < places.size(); i += 2) {
      if (EDGE.matcher(text.substring(behind(places.get(i)), places.get(i + 1))).matches()) {
        return Form.PLACEHOLDERS;
      }
    }
    return SlideMarks.replaced(text, places, "").contains(STRONG) ? Form.PLACEHOLDERS : Form.STRONG;
  }

  private static int behind(int place) {
    return place + SlideMarks.LENGTH;
  }

  private static List<String> marks(String text, List<Integer> places) {
    return places.stream().map(place -> text.substring(place, behind(place))).toList();
  }

  /** Whether each mark that opens is closed before the next one opens. */
  private static boolean isNested(List<String> marks) {
    for (int i = 0; i < marks.size(); i += 2) {
      if (i + 1 == marks.size() || !marks.get(i + 1).equals(CLOSING.get(marks.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Segment protect(Segment segment, List<Integer> places) {
    return segment.protecting(
        places.stream()
            .map(
                place ->
                    new Segment.Span(
                        place, behind(place), segment.text().substring(place, behind(place))))
            .toList());
  }

  /** Where the punctuation and the spaces at the end of a text begin. */
  private static int endOfWords(String text) {
    int end = text.length();
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1))
            || FINAL_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end;
  }

  /** Where a full stop stands behind the marks of the source, it does so in the translation. */
  private static String around(
      String text, List<Integer> places, List<String> marks, String translation) {
    int words = endOfWords(translation);
    int end = behind(places.get(1)) < text.length() && words > 0 ? words : translation.length();
    return marks.get(0) + translation.substring(0, end) + marks.get(1) + translation.substring(end);
  }

  private static String inPlaceOfStrong(List<String> marks, String translation) {
    List<String> runs =
        ASTERISKS_WITH_SPACES.matcher(translation).results().map(run -> run.group(2)).toList();
    boolean isRight =
        runs.size() == marks.size() && runs.stream().allMatch(r -> r.length() <= MOST_ASTERISKS);
    StringBuilder out = new StringBuilder();
    Matcher run = ASTERISKS_WITH_SPACES.matcher(translation);
    for (int i = 0; run.find(); i++) {
      boolean opens = i % 2 == 0;
      String mark = isRight ? marks.get(i) : "";
      String emphasis = run.group(2).length() == MOST_ASTERISKS ? "*" : "";
      append(out, run, opens, opens ? mark + emphasis : emphasis + mark, translation);
    }
    return run.appendTail(out).toString();
  }

  private static String inPlaceOfPlaceholders(
      Segment segment, List<Integer> places, String translation) {
    Segment prepared = protect(segment, places);
    Map<String, String> originalOf = new HashMap<>();
    prepared.placeholders().stream()
        .skip(segment.placeholders().size())
        .forEach(each -> originalOf.put(each.mark(), each.original()));
    List<String> found = originals(translation, originalOf);
    boolean isRight = found.equals(originals(prepared.text(), originalOf)) || isNested(found);
    StringBuilder out = new StringBuilder();
    Matcher marks = MARK_WITH_SPACES.matcher(translation);
    while (marks.find()) {
      String original = originalOf.get(marks.group(2));
      if (original != null) {
        append(out, marks, CLOSING.containsKey(original), isRight ? original : "", translation);
      }
    }
    return marks.appendTail(out).toString();
  }

  private static List<String> originals(String text, Map<String, String> originalOf) {
    List<String> found = new ArrayList<>();
    Matcher marks = Placeholder.marksIn(text);
    while (marks.find()) {
      if (originalOf.containsKey(marks.group())) {
        found.add(originalOf.get(marks.group()));
      }
    }
    return found;
  }

  /**
   * Writes a mark in the place of what a matcher has found, with the spaces around that outside.
   */
  private static void append(
      StringBuilder out, Matcher found, boolean opens, String mark, String translation) {
    boolean hasSpace =
        Character.isWhitespace(translation.charAt(found.start()))
            || Character.isWhitespace(translation.charAt(found.end() - 1));
    boolean separates =
        hasSpace
            && (opens
                ? found.start() > 0
                : BEGINS_WORD
                    .matcher(translation)
                    .region(found.end(), translation.length())
                    .lookingAt());
    String space = separates ? " " : "";
    found.appendReplacement(out, Matcher.quoteReplacement(opens ? space + mark : mark + space));
  }
}
