package org.amts.engine.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.amts.segment.Placeholder;

/**
 * Keeps the target of a link or an image behind its text. In a segment a link reads {@code [the
 * text]⟦0⟧}, an image {@code ![the text]⟦0⟧}; the mark alone, without the brackets before it, would
 * not be a link any more.
 */
final class LinkMarks {

  private LinkMarks() {}

  /**
   * A text between brackets, and the mark right after it.
   *
   * @param open index of the opening bracket
   * @param close index of the closing bracket
   * @param number number in the mark, or -1 if none follows
   * @param image whether an exclamation mark stands before it
   */
  private record Brackets(int open, int close, int number, boolean image) {}

  /**
   * Puts the marks of links behind brackets where an answer has them elsewhere.
   *
   * @param source the source, with marks
   * @param target its translation, with the same marks
   * @return the translation, or nothing if it lacks the brackets
   */
  static Optional<String> repair(String source, String target) {
    Map<Integer, Boolean> imageOfLink = new HashMap<>();
    int bare = 0;
    for (Brackets brackets : bracketsIn(source)) {
      if (brackets.number() >= 0) {
        imageOfLink.put(brackets.number(), brackets.image());
      } else {
        bare++;
      }
    }
    if (imageOfLink.isEmpty()) {
      return Optional.of(target);
    }
    return gather(target, imageOfLink, bare).map(text -> markImages(text, imageOfLink));
  }

  /** Moves marks of links that stand alone behind brackets that no mark follows. */
  private static Optional<String> gather(
      String target, Map<Integer, Boolean> imageOfLink, int bareInSource) {
    List<Integer> free = new ArrayList<>();
    Map<Integer, Integer> numberBehind = new HashMap<>();
    for (Brackets brackets : bracketsIn(target)) {
      if (imageOfLink.containsKey(brackets.number())) {
        numberBehind.put(brackets.close() + 1, brackets.number());
      } else {
        free.add(brackets.close() + 1);
      }
    }
    StringBuilder text = new StringBuilder();
    List<Integer> alone = new ArrayList<>();
    Map<Integer, Integer> placeInText = new HashMap<>();
    Matcher marks = Placeholder.marksIn(target);
    int from = 0;
    while (marks.find()) {
      int number = Integer.parseInt(marks.group(1));
      if (imageOfLink.containsKey(number) && !numberBehind.containsKey(marks.start())) {
        copy(target, from, marks.start(), text, placeInText);
        from = marks.end();
        if (closesUp(text, target, from)) {
          text.setLength(text.length() - 1);
        }
        alone.add(number);
      }
    }
    if (alone.isEmpty()) {
      return Optional.of(target);
    }
    if (free.size() != alone.size() + bareInSource || bareInSource > 0) {
      return Optional.empty();
    }
    copy(target, from, target.length(), text, placeInText);
    free.sort(null);
    for (int i = free.size() - 1; i >= 0; i--) {
      text.insert(placeInText.get(free.get(i) - 1) + 1, Placeholder.mark(alone.get(i)));
    }
    return Optional.of(text.toString());
  }

  /**
   * Whether the space before a mark goes with it: a second space, one before a full stop, or one
   * that only kept the mark from its brackets.
   */
  private static boolean closesUp(StringBuilder before, String target, int after) {
    int last = before.length() - 1;
    return last >= 0
        && before.charAt(last) == ' '
        && (after == target.length()
            || " .,;:".indexOf(target.charAt(after)) >= 0
            || last > 0 && before.charAt(last - 1) == ']');
  }

  private static void copy(
      String from, int start, int end, StringBuilder to, Map<Integer, Integer> places) {
    for (int i = start; i < end; i++) {
      places.put(i, to.length());
      to.append(from.charAt(i));
    }
  }

  /** Puts an exclamation mark before the brackets of images, and takes it from those of links. */
  private static String markImages(String target, Map<Integer, Boolean> imageOfLink) {
    StringBuilder text = new StringBuilder(target);
    List<Brackets> found = new ArrayList<>(bracketsIn(target));
    found.sort((a, b) -> Integer.compare(b.open(), a.open()));
    for (Brackets brackets : found) {
      Boolean image = imageOfLink.get(brackets.number());
      if (image != null && image != brackets.image()) {
        if (image) {
          text.insert(brackets.open(), '!');
        } else {
          text.deleteCharAt(brackets.open() - 1);
        }
      }
    }
    return text.toString();
  }

  private static List<Brackets> bracketsIn(String text) {
    List<Brackets> found = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    Matcher marks = Placeholder.marksIn(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '[') {
        open.push(i);
      } else if (text.charAt(i) == ']' && !open.isEmpty()) {
        int start = open.pop();
        marks.region(i + 1, text.length());
        int number = marks.lookingAt() ? Integer.parseInt(marks.group(1)) : -1;
        found.add(new Brackets(start, i, number, start > 0 && text.charAt(start - 1) == '!'));
      }
    }
    return found;
  }
}
