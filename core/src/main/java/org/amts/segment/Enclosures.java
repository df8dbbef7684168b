package org.amts.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Where a text must not be cut: inside placeholder marks, pairs of brackets and quotation marks,
 * and emphasis. Only pairs count; a bracket without a partner encloses nothing.
 */
final class Enclosures {

  private static final String OPENING = "([{（［【「『《〈“«";
  private static final String CLOSING = ")]}）］】」』》〉”»";

  /** How many enclosures the cut before a code unit would run through. */
  private final int[] depth;

  /** Finds the enclosures of a text, in time that grows linearly with it. */
  Enclosures(String text) {
    depth = new int[text.length() + 1];
    Matcher marks = Placeholder.marksIn(text);
    while (marks.find()) {
      enclose(marks.start(), marks.end());
    }
    pairBrackets(text);
    pairRuns(text);
    for (int i = 1; i < depth.length; i++) {
      depth[i] += depth[i - 1];
    }
  }

  /** Whether the text may be cut before the code unit at {@code position}. */
  boolean mayCutAt(int position) {
    return depth[position] == 0;
  }

  private void pairBrackets(String text) {
    // A stack for each kind, so that a stray bracket of one kind does not hide pairs of another.
    Map<Integer, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < text.length(); i++) {
      int opening = OPENING.indexOf(text.charAt(i));
      int closing = CLOSING.indexOf(text.charAt(i));
      if (opening >= 0) {
        open.computeIfAbsent(opening, kind -> new ArrayDeque<>()).push(i);
      } else if (closing >= 0) {
        Deque<Integer> starts = open.get(closing);
        if (starts != null && !starts.isEmpty()) {
          enclose(starts.pop(), i + 1);
        }
      }
    }
  }

  /**
   * Pairs marks that look alike at both ends: runs of emphasis marks of equal length and straight
   * quotation marks. Simpler than CommonMark's rules: here a wrong pair does no more harm than to
   * leave two sentences in one.
   */
  private void pairRuns(String text) {
    Map<String, Integer> open = new HashMap<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '*' || c == '_' || c == '~' || c == '"') {
        while (end < text.length() && text.charAt(end) == c) {
          end++;
        }
        pairRun(text, i, end, open);
      }
      i = end;
    }
  }

  private void pairRun(String text, int start, int end, Map<String, Integer> open) {
    boolean afterSpace = start == 0 || WhiteSpace.is(text.charAt(start - 1));
    boolean beforeSpace = end == text.length() || WhiteSpace.is(text.charAt(end));
    if (text.charAt(start) == '_'
        && !afterSpace
        && !beforeSpace
        && Character.isLetterOrDigit(text.charAt(start - 1))
        && Character.isLetterOrDigit(text.charAt(end))) {
      return; // snake_case
    }
    String run = text.substring(start, end);
    Integer opened = afterSpace ? null : open.remove(run);
    if (opened != null) {
      enclose(opened, end);
    } else if (!beforeSpace) {
      open.put(run, start);
    }
  }

  private void enclose(int start, int end) {
    depth[start + 1]++;
    depth[end]--;
  }
}
