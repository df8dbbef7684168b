package org.amts.translate.typography;

import java.util.HashMap;
import java.util.Map;
import org.amts.segment.Cjk;

/**
 * Makes emphasis render. CommonMark takes {@code **} for the end of emphasis only if no letter
 * follows when punctuation stands before it, and the other way round at the start. European text
 * has a space there, Chinese has none: {@code **“文本”**是} shows its asterisks. Three repairs, the
 * first that fits:
 *
 * <ol>
 *   <li>quotation marks or brackets around the whole emphasis move out of it: {@code “**文本**”是};
 *   <li>a stop or comma at its end moves out: {@code **文本。**是} becomes {@code **文本**。是};
 *   <li>a space comes between the emphasis and the letter.
 * </ol>
 *
 * Underscores beside letters become asterisks, which alone may stand inside words.
 */
final class Emphasis {

  private static final String STOPS = "。，：；？！、,.:;!?…";
  private static final String OPENING = "“‘「『（《〈【(\"";
  private static final String CLOSING = "”’」』）》〉】)\"";

  private final MarkedText marked;
  private final String text;

  /** For the start of each run that begins emphasis, the start of the run that ends it. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  private final int[] marksBefore;

  private Emphasis(MarkedText marked, String text) {
    this.marked = marked;
    this.text = text;
    this.marksBefore = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      marksBefore[i + 1] = marksBefore[i] + (MarkedText.isMark(text.charAt(i)) ? 1 : 0);
    }
    findPairs();
  }

  /**
   * Repairs the emphasis of a text.
   *
   * @param marked what the mark characters of the text stand for
   * @param text the text, with one character for each mark
   */
  static String repair(MarkedText marked, String text) {
    if (text.indexOf('*') < 0 && text.indexOf('_') < 0) {
      return text;
    }
    Emphasis emphasis = new Emphasis(marked, text);
    StringBuilder out = new StringBuilder(text.length() + 8);
    emphasis.write(0, text.length(), out);
    return out.toString();
  }

  private void findPairs() {
    Map<String, Integer> open = new HashMap<>();
    int end;
    for (int i = 0; i < text.length(); i = end) {
      end = runEnd(i);
      if (end == i) {
        end++;
        continue;
      }
      boolean afterSpace = i == 0 || Character.isWhitespace(text.charAt(i - 1));
      boolean beforeSpace = end == text.length() || Character.isWhitespace(text.charAt(end));
      if (text.charAt(i) == '_' && isInsideWord(i, end)) {
        continue;
      }
      String run = text.substring(i, end);
      Integer start = afterSpace ? null : open.remove(run);
      if (start != null && start + run.length() < i) {
        ends.put(start, i);
      } else if (!beforeSpace) {
        open.put(run, i);
      }
    }
  }

  /** Snake case: letters without spaces between words do not count. */
  private boolean isInsideWord(int start, int end) {
    return start > 0
        && end < text.length()
        && isWestern(text.charAt(start - 1))
        && isWestern(text.charAt(end));
  }

  private static boolean isWestern(char c) {
    return Character.isLetterOrDigit(c) && !Cjk.isLetter(c);
  }

  private int runEnd(int from) {
    int end = from;
    char c = text.charAt(from);
    if (c == '*' || c == '_') {
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
    }
    return end;
  }

  private void write(int from, int to, StringBuilder out) {
    int at = from;
    while (at < to) {
      Integer end = ends.get(at);
      int length = end == null ? 0 : runEnd(at) - at;
      if (end != null && end + length <= to) {
        writePair(at, end, length, out);
        at = end + length;
      } else {
        out.append(text.charAt(at));
        at++;
      }
    }
  }

  private void writePair(int start, int end, int length, StringBuilder out) {
    int innerStart = start + length;
    int innerEnd = end;
    int before = out.length() == 0 ? ' ' : before(start, out);
    int after = end + length == text.length() ? 'x' : first(end + length);
    boolean opens = opens(before, first(innerStart));
    boolean closes = closes(last(innerEnd), after);
    String moved = "";
    if (!opens || !closes) {
      if (isWrapped(innerStart, innerEnd)) {
        out.append(text.charAt(innerStart));
        moved = text.substring(innerEnd - 1, innerEnd);
        innerStart++;
        innerEnd--;
      } else {
        while (!closes && innerEnd - 1 > innerStart && isStop(innerEnd - 1)) {
          innerEnd--;
          closes = closes(last(innerEnd), first(innerEnd));
        }
        moved = text.substring(innerEnd, end);
        if (!opens) {
          out.append(' ');
        }
      }
      before = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
      after = moved.isEmpty() ? after : moved.charAt(0);
      closes = closes(last(innerEnd), after);
    }
    boolean besideLetter = Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after);
    boolean besideAsterisk = text.charAt(innerStart) == '*' || text.charAt(innerEnd - 1) == '*';
    String run = text.substring(start, start + length);
    String written = besideLetter && !besideAsterisk ? run.replace('_', '*') : run;
    out.append(written);
    write(innerStart, innerEnd, out);
    out.append(written).append(moved);
    if (!closes && end + length < text.length()) {
      out.append(' ');
    }
  }

  private int before(int start, StringBuilder out) {
    char c = out.charAt(out.length() - 1);
    return MarkedText.isMark(c) ? last(start) : c;
  }

  private boolean isStop(int at) {
    return STOPS.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isWrapped(int start, int end) {
    int kind = OPENING.indexOf(text.charAt(start));
    if (kind < 0 || end - start < 3 || CLOSING.indexOf(text.charAt(end - 1)) != kind) {
      return false;
    }
    // One pair around all, not “a”和“b”.
    return text.indexOf(text.charAt(end - 1), start + 1) == end - 1;
  }

  /** spec: a left-flanking delimiter run. */
  private static boolean opens(int before, int inside) {
    return !isSpace(inside) && (!isPunctuation(inside) || isSpace(before) || isPunctuation(before));
  }

  /** spec: a right-flanking delimiter run. */
  private static boolean closes(int inside, int after) {
    return !isSpace(inside) && (!isPunctuation(inside) || isSpace(after) || isPunctuation(after));
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** spec: a Unicode punctuation character, which includes symbols. */
  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** The code point at a position; of a mark, the first of what it stands for. */
  private int first(int at) {
    if (MarkedText.isMark(text.charAt(at))) {
      String original = marked.original(marksBefore[at]);
      return original.isEmpty() ? ' ' : original.codePointAt(0);
    }
    return text.codePointAt(at);
  }

  /** The code point before a position; of a mark, the last of what it stands for. */
  private int last(int at) {
    if (MarkedText.isMark(text.charAt(at - 1))) {
      String original = marked.original(marksBefore[at - 1]);
      return original.isEmpty() ? ' ' : original.codePointBefore(original.length());
    }
    return text.codePointBefore(at);
  }
}
