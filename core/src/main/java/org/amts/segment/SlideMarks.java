package org.amts.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks by which d2lbook knows what to put on slides: {@code [**text**]}, {@code (**text**)},
 * and with {@code ~~} for {@code **}. Readers of the book do not see them, and a translation may
 * have them where its source has none. A mark may open in one sentence and close in another; then a
 * text has half of it. A link whose text is strong, {@code [**text**](there)}, has none.
 */
public final class SlideMarks {

  /** Characters of a mark. */
  static final int LENGTH = 3;

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
    List<Integer> places = placesIn(segment);
    return places.isEmpty() ? text : segment.expand(replaced(segment.text(), places, ""));
  }

  /**
   * A segment's text with something else in the place of its marks.
   *
   * @param places of the marks, as {@link #placesIn} tells them
   */
  static String replaced(String text, List<Integer> places, String other) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int place : places) {
      out.append(text, from, place).append(other);
      from = place + LENGTH;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** A text without them, unless its translation, or what it translates, has some, too. */
  public static String sharedIn(String text, String other) {
    return removedFrom(other).equals(other) ? removedFrom(text) : text;
  }

  /** Where the marks stand in a segment's text, in order; each is three characters long. */
  static List<Integer> placesIn(Segment segment) {
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
