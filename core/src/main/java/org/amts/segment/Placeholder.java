package org.amts.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span that must come through a translation untouched. In a segment's text it stands as its
 * {@linkplain #mark() mark}, the number between white square brackets: {@code ⟦0⟧}.
 *
 * @param number the number in the mark, from 0, unique in its segment
 * @param kind what the span is
 * @param original the characters that the mark stands for, decoded (not escaped for the file
 *     format)
 */
public record Placeholder(int number, Kind kind, String original) {

  /** What a protected span is. */
  public enum Kind {
    /** A code span. */
    CODE,
    /** A formula. */
    MATH,
    /** A role, a reference or a footnote mark of a book dialect. */
    ROLE,
    /**
     * A link's target; its text stands before it between square brackets. A bare URL is a target
     * without text.
     */
    LINK,
    /** An image's target; its alternative text stands before it between square brackets. */
    IMAGE,
    /** A tag, comment or entity. */
    HTML,
    /** Anything else: a shortcode, a backslash escape, a hard line break. */
    OTHER
  }

  private static final Pattern MARK = Pattern.compile("⟦(\\d{1,4})⟧");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Placeholder {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(original, "original");
    if (number < 0) {
      throw new IllegalArgumentException("placeholder number " + number);
    }
  }

  /** How the placeholder stands in a segment's text. */
  public String mark() {
    return mark(number);
  }

  /** The mark with a number. */
  public static String mark(int number) {
    return "⟦" + number + "⟧";
  }

  /** A matcher that finds every mark of {@code text}; group 1 is the number. */
  public static Matcher marksIn(CharSequence text) {
    return MARK.matcher(text);
  }

  /**
   * The numbers of the marks in {@code text}, in order of their places; a number may occur more
   * than once.
   */
  public static List<Integer> numbersIn(CharSequence text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher marks = marksIn(text);
    while (marks.find()) {
      numbers.add(Integer.parseInt(marks.group(1)));
    }
    return numbers;
  }
}
