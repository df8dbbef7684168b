package org.amts.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The unit that is translated and remembered: a sentence, or a title, caption or cell. Immutable.
 *
 * @param text the words, in Unicode normalisation form C with single spaces, each protected span
 *     replaced by its mark
 * @param placeholders the protected spans, numbered from 0 in order of their first places. Spans
 *     that are equal in kind and characters share one placeholder, whose mark then occurs more than
 *     once.
 */
public record Segment(String text, List<Placeholder> placeholders) {

  /**
   * Copies the list and checks that marks and placeholders belong together.
   *
   * @throws IllegalArgumentException if a placeholder's number is not its index in the list, or if
   *     the text has a mark for which there is no placeholder
   */
  public Segment {
    placeholders = List.copyOf(placeholders);
    for (int i = 0; i < placeholders.size(); i++) {
      if (placeholders.get(i).number() != i) {
        throw new IllegalArgumentException("placeholder " + placeholders.get(i) + " at index " + i);
      }
    }
    for (int number : Placeholder.numbersIn(text)) {
      if (number >= placeholders.size()) {
        throw new IllegalArgumentException("no placeholder " + number + " for: " + text);
      }
    }
  }

  /** A segment of plain words. */
  public static Segment of(String text) {
    return new Segment(text, List.of());
  }

  /**
   * A part of a segment's text that is to be protected.
   *
   * @param start offset in the text, in {@code char}s
   * @param end offset behind it
   * @param original what the placeholder is to stand for
   */
  public record Span(int start, int end, String original) {}

  /**
   * The segment with further placeholders in the place of parts of its text; the segment itself if
   * there are none. Equal originals share a placeholder, but never one that the segment had before.
   *
   * @param spans in order, none within another
   */
  public Segment protecting(List<Span> spans) {
    if (spans.isEmpty()) {
      return this;
    }
    List<Placeholder> all = new ArrayList<>(placeholders);
    Map<String, String> markOf = new HashMap<>();
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Span span : spans) {
      String mark =
          markOf.computeIfAbsent(
              span.original(),
              original -> {
                all.add(new Placeholder(all.size(), Placeholder.Kind.OTHER, original));
                return Placeholder.mark(all.size() - 1);
              });
      marked.append(text, from, span.start()).append(mark);
      from = span.end();
    }
    return new Segment(marked.append(text, from, text.length()).toString(), all);
  }

  /** The text with every mark replaced by the characters that it stands for. */
  public String expanded() {
    return expand(text);
  }

  /**
   * Puts the protected spans of this segment into another text, usually its translation.
   *
   * @param marked text with marks; a mark without a placeholder stays as it is
   */
  public String expand(String marked) {
    if (placeholders.isEmpty()) {
      return marked;
    }
    Matcher marks = Placeholder.marksIn(marked);
    StringBuilder out = new StringBuilder(marked.length() + 32);
    while (marks.find()) {
      int number = Integer.parseInt(marks.group(1));
      String original =
          number < placeholders.size() ? placeholders.get(number).original() : marks.group();
      marks.appendReplacement(out, Matcher.quoteReplacement(original));
    }
    return marks.appendTail(out).toString();
  }

  /** Whether there is nothing to translate: no letter outside the placeholders. */
  public boolean hasNoWords() {
    return Placeholder.marksIn(text).replaceAll("").codePoints().noneMatch(Character::isLetter);
  }
}
