package org.amts.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks by which d2lbook knows what to put on slides: {@code [**text**]}, {@code (**text**)},
 * and with {@code ~~} for {@code **}. Readers of the book do not see them, and a translation may
 * have them where its source has none. A mark may open in one sentence and close in another; then a
 * text has half of it. A link whose text is strong, {@code [**text**](there)}, has none.
 */
public final class SlideMarks {

  private static final Map<String, String> CLOSING =
      Map.of("[**", "**]", "(**", "**)", "[~~", "~~]", "(~~", "~~)");

  private static final int LENGTH = 3;

  /** Emphasis may end where the mark does: {@code (**called *stop words***)}. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\[(\\*\\*|~~)(?:(?!\\1).)+\\*?\\1\\]|\\((\\*\\*|~~)(?:(?!\\2).)+\\*?\\2\\)",
          Pattern.DOTALL);

  /** A mark that opens, and nothing closes it. */
  private static final Pattern OPENED =
      Pattern.compile("[\\[(](\\*\\*|~~)(?=(?:(?!\\1).)*$)", Pattern.DOTALL);

  /** A mark that closes what nothing has opened. */
  private static final Pattern CLOSED =
      Pattern.compile("^(?:(?!\\*\\*|~~).)*((?:\\*\\*|~~)[\\])])", Pattern.DOTALL);

  private SlideMarks() {}

  /** A text without them. */
  public static String removedFrom(String text) {
    if (!text.contains("**") && !text.contains("~~")) {
      return text;
    }
    Segment segment = SegmentParser.parse(text);
    StringBuilder without = new StringBuilder();
    int from = 0;
    for (int start : placesIn(segment)) {
      without.append(segment.text(), from, start);
      from = start + LENGTH;
    }
    return from == 0
        ? text
        : segment.expand(without.append(segment.text(), from, segment.text().length()).toString());
  }

  /** A text without them, unless its translation, or what it translates, has some, too. */
  public static String sharedIn(String text, String other) {
    return removedFrom(other).equals(other) ? removedFrom(text) : text;
  }

  /** The segment with a placeholder for each of them; the segment itself if it has none. */
  public static Segment protect(Segment segment) {
    return segment.protecting(
        placesIn(segment).stream()
            .map(
                start ->
                    new Segment.Span(
                        start, start + LENGTH, segment.text().substring(start, start + LENGTH)))
            .toList());
  }

  /**
   * Puts them into what an engine made of a {@linkplain #protect protected} segment.
   *
   * @param segment the segment before it was protected
   * @param translation with the marks of the protected segment
   * @return the translation with the marks of {@code segment} alone; without any marks for slides
   *     if the engine put them where they mean nothing
   */
  public static String insert(Segment segment, String translation) {
    Segment prepared = protect(segment);
    Map<String, String> originalOf = new HashMap<>();
    for (Placeholder each :
        prepared
            .placeholders()
            .subList(segment.placeholders().size(), prepared.placeholders().size())) {
      originalOf.put(each.mark(), each.original());
    }
    if (originalOf.isEmpty()) {
      return translation;
    }
    List<String> found = originals(translation, originalOf);
    boolean isRight = found.equals(originals(prepared.text(), originalOf)) || isNested(found);
    StringBuilder text = new StringBuilder();
    Matcher marks = Pattern.compile("(\\s*)(⟦\\d{1,4}⟧)(\\s*)").matcher(translation);
    while (marks.find()) {
      String original = originalOf.get(marks.group(2));
      if (original != null) {
        String written = isRight ? original : "";
        boolean hasSpace = !marks.group(1).isEmpty() || !marks.group(3).isEmpty();
        boolean opens = CLOSING.containsKey(original);
        boolean separates =
            hasSpace
                && (opens
                    ? marks.start() > 0
                    : marks.end() < translation.length()
                        && (Character.isLetterOrDigit(translation.codePointAt(marks.end()))
                            || !marks.group(3).isEmpty()));
        String space = separates ? " " : "";
        marks.appendReplacement(
            text, Matcher.quoteReplacement(opens ? space + written : written + space));
      }
    }
    return marks.appendTail(text).toString();
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

  /** Whether each mark that opens is closed before the next one opens. */
  private static boolean isNested(List<String> marks) {
    for (int i = 0; i < marks.size(); i += 2) {
      if (i + 1 == marks.size() || !marks.get(i + 1).equals(CLOSING.get(marks.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Where the marks stand in a segment's text, in order; each is three characters long. */
  private static List<Integer> placesIn(Segment segment) {
    String text = segment.text();
    List<Integer> places = new ArrayList<>();
    Matcher whole = WHOLE.matcher(text);
    while (whole.find()) {
      if (!isLinkText(segment, whole.end())) {
        places.add(whole.start());
        places.add(whole.end() - LENGTH);
      }
    }
    Matcher opened = OPENED.matcher(text);
    while (opened.find()) {
      places.add(opened.start());
    }
    Matcher closed = CLOSED.matcher(text);
    if (closed.find() && !isLinkText(segment, closed.end())) {
      places.add(closed.start(1));
    }
    places.sort(Comparator.naturalOrder());
    return places;
  }

  /** Whether the target of a link stands at a place. */
  private static boolean isLinkText(Segment segment, int end) {
    Matcher mark = Placeholder.marksIn(segment.text()).region(end, segment.text().length());
    if (!mark.lookingAt()) {
      return false;
    }
    Placeholder.Kind kind = segment.placeholders().get(Integer.parseInt(mark.group(1))).kind();
    return kind == Placeholder.Kind.LINK || kind == Placeholder.Kind.IMAGE;
  }
}
