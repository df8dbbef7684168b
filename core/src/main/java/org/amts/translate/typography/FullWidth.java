package org.amts.translate.typography;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Full-width punctuation next to Chinese characters and at the end of a Chinese sentence; numbers,
 * code and phrases of another script keep theirs. Takes away the spaces beside it.
 */
final class FullWidth {

  private static final String NARROW = ",;:?!";
  private static final String WIDE = "，；：？！";
  private static final String NO_SPACE_BESIDE = "，。；：？！、（）《》「」『』【】";

  private FullWidth() {}

  static String apply(String text) {
    StringBuilder out = new StringBuilder(text);
    widenBrackets(text, out);
    // A stop that becomes wide makes its neighbours Chinese: once in each direction.
    for (int i = out.length() - 1; i >= 0; i--) {
      widen(out, i);
    }
    for (int i = 0; i < out.length(); i++) {
      widen(out, i);
      if (isEllipsis(out, i)) {
        out.replace(i, runEnd(out, i), "……");
      }
    }
    return withoutSpaces(out);
  }

  private static void widen(StringBuilder text, int at) {
    char c = text.charAt(at);
    int kind = NARROW.indexOf(c);
    if (kind >= 0 && isChineseStop(text, at)) {
      text.setCharAt(at, WIDE.charAt(kind));
    } else if (c == '.' && isChineseFullStop(text, at)) {
      text.setCharAt(at, '。');
    }
  }

  private static boolean isEllipsis(CharSequence text, int at) {
    return text.charAt(at) == '.'
        && runEnd(text, at) - at >= 3
        && Surroundings.isCjk(Surroundings.wordBefore(text, at));
  }

  private static int runEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == text.charAt(from)) {
      end++;
    }
    return end;
  }

  private static boolean isChineseStop(CharSequence text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    char previous = at > 0 ? text.charAt(at - 1) : ' ';
    if (Character.isDigit(previous) && Character.isDigit(next)) {
      return false; // 10:30, 1,000
    }
    if (Surroundings.wordBefore(text, at) == Surroundings.NOTHING) {
      return false; // a caption's or definition's mark
    }
    if (next == '=' || next == '/' || (text.charAt(at) == '!' && next == '[')) {
      return false; // !=, ://, an image
    }
    return Surroundings.isCjk(Surroundings.wordBefore(text, at))
        || Surroundings.isCjk(Surroundings.wordAfter(text, at + 1))
        || ("?!".indexOf(text.charAt(at)) >= 0 && isEnd(text, at + 1));
  }

  private static boolean isChineseFullStop(CharSequence text, int at) {
    if (runEnd(text, at) > at + 1 || (at > 0 && text.charAt(at - 1) == '.')) {
      return false; // an ellipsis
    }
    int next = Surroundings.after(text, at + 1);
    if (isEnd(text, at + 1)) {
      int word = Surroundings.wordBefore(text, at);
      return Surroundings.isCjk(word) || Surroundings.isWestern(word) || MarkedText.isMark(word);
    }
    return Surroundings.isCjk(Surroundings.wordBefore(text, at))
        && (next == ' ' || Surroundings.isCjk(next) || MarkedText.isMark(next));
  }

  /** Whether nothing but closing quotation marks and emphasis follows. */
  private static boolean isEnd(CharSequence text, int from) {
    return Surroundings.wordAfter(text, from) == Surroundings.NOTHING;
  }

  private static void widenBrackets(String text, StringBuilder out) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') {
        open.push(i);
      } else if (text.charAt(i) == ')' && !open.isEmpty()) {
        int start = open.pop();
        if (isChineseBracket(text, start, i)) {
          out.setCharAt(start, '（');
          out.setCharAt(i, '）');
        }
      }
    }
  }

  private static boolean isBetween(String marks, String content) {
    return content.startsWith(marks) && content.endsWith(marks);
  }

  private static boolean isChineseBracket(String text, int start, int end) {
    String content = text.substring(start + 1, end);
    if (isBetween("**", content) || isBetween("~~", content)) {
      return false; // (**...**) marks the text of a slide in d2lbook
    }
    if (content.codePoints().anyMatch(Surroundings::isCjk)) {
      return true;
    }
    if (content.codePoints().noneMatch(c -> Character.isLetter(c) || MarkedText.isMark(c))) {
      return false; // (2, 3)
    }
    int before = start == 0 ? Surroundings.NOTHING : text.codePointBefore(start);
    if (Surroundings.isWestern(before) || before == MarkedText.WORD || before == ')') {
      return false; // f(x)
    }
    return Surroundings.isCjk(Surroundings.wordBefore(text, start))
        || Surroundings.isCjk(Surroundings.wordAfter(text, end + 1));
  }

  private static String withoutSpaces(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = runEnd(text, at);
      if (text.charAt(at) != ' ' || !isBesideWide(text, at, end)) {
        out.append(text, at, end);
      }
      at = end;
    }
    return out.toString();
  }

  private static boolean isBesideWide(CharSequence text, int start, int end) {
    int before = Surroundings.before(text, start);
    int after = Surroundings.after(text, end);
    return after != MarkedText.ROLE
        && (NO_SPACE_BESIDE.indexOf(before) >= 0 || NO_SPACE_BESIDE.indexOf(after) >= 0);
  }
}
