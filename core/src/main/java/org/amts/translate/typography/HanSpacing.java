package org.amts.translate.typography;

import org.amts.segment.Cjk;
import org.amts.translate.typography.TypographySettings.Spacing;

/**
 * The space between Chinese characters and words of another script, numbers and protected spans.
 * Whatever the setting, roles written between colons have a space before them and bare URLs on both
 * sides, because without it they would not be recognised.
 */
final class HanSpacing {

  private final String text;
  private final Spacing spacing;
  private final int[] runsBefore;

  private HanSpacing(String text, Spacing spacing) {
    this.text = text;
    this.spacing = spacing;
    this.runsBefore = runsBefore(text);
  }

  static String apply(String text, Spacing spacing) {
    return new HanSpacing(text, spacing).apply();
  }

  private String apply() {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      boolean atEdge = at == 0 || end == text.length();
      String gap = text.substring(at, end);
      out.append(atEdge ? gap : gap(at, end, gap));
      if (end < text.length()) {
        out.append(text.charAt(end));
      }
      at = end + 1;
    }
    return out.toString();
  }

  /** What is to stand between two visible neighbours in place of {@code gap}. */
  private String gap(int start, int end, String gap) {
    if (gap.isEmpty() && !isOutsideEmphasis(start)) {
      return gap;
    }
    int before = Surroundings.before(text, start);
    int after = Surroundings.after(text, end);
    if (before == Surroundings.NOTHING || after == Surroundings.NOTHING) {
      return gap;
    }
    if ((after == MarkedText.ROLE && (isWord(before) || Cjk.isLetter(before)))
        || (after == MarkedText.URL && Character.isLetterOrDigit(before))
        || (before == MarkedText.URL && Character.isLetterOrDigit(after))) {
      return gap.isEmpty() ? " " : gap;
    }
    if (after == MarkedText.ROLE || after == MarkedText.URL || before == MarkedText.URL) {
      return gap;
    }
    boolean mixed =
        (Cjk.isLetter(before) && isWord(after)) || (isWord(before) && Cjk.isLetter(after));
    if (!mixed || spacing == Spacing.KEEP) {
      return gap;
    }
    return spacing == Spacing.SPACE ? " " : "";
  }

  private static boolean isWord(int c) {
    return Surroundings.isWestern(c) || c == MarkedText.WORD || c == MarkedText.ROLE;
  }

  /**
   * Whether a position without a space is the place for one: not between emphasis or link marks and
   * the words that they enclose. Marks in front of a position that open are told from those that
   * close by counting.
   */
  private boolean isOutsideEmphasis(int position) {
    char left = text.charAt(position - 1);
    char right = text.charAt(position);
    if (left == '[' || right == ']' || right == MarkedText.TARGET || left == '!') {
      return false;
    }
    if (Surroundings.isEmphasis(left) && Surroundings.isEmphasis(right)) {
      return false;
    }
    if (Surroundings.isEmphasis(left)) {
      return runsBefore[position] % 2 == 0;
    }
    return !Surroundings.isEmphasis(right) || runsBefore[position] % 2 == 0;
  }

  /** For each position, how many runs of emphasis marks end at it or before. */
  private static int[] runsBefore(String text) {
    int[] runs = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean ends =
          Surroundings.isEmphasis(text.charAt(i))
              && (i + 1 == text.length() || !Surroundings.isEmphasis(text.charAt(i + 1)));
      runs[i + 1] = runs[i] + (ends ? 1 : 0);
    }
    return runs;
  }
}
