package org.amts.translate.typography;

import java.util.ArrayDeque;
import java.util.Deque;
import org.amts.translate.typography.TypographySettings.Quotes;

/**
 * Gives quotations the marks of a style. Straight marks change if their number is even, others in
 * pairs; a quotation inside another keeps its marks, and so does a lone mark, which may be an inch.
 */
final class QuotationMarks {

  // In the order of the styles.
  private static final String OPENING = "“«「";
  private static final String CLOSING = "”»」";

  private QuotationMarks() {}

  static String apply(String text, Quotes style) {
    if (style == Quotes.KEEP) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    changePairs(text, style, out);
    if (text.chars().filter(c -> c == '"').count() % 2 == 0) {
      boolean opens = true;
      for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
        out.setCharAt(i, opens ? opening(style) : closing(style));
        opens = !opens;
      }
    }
    return out.toString();
  }

  private static void changePairs(String text, Quotes style, StringBuilder out) {
    Deque<Integer> open = new ArrayDeque<>();
    int[] partners = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int kind = CLOSING.indexOf(text.charAt(i));
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        open.push(i);
      } else if (kind >= 0
          && !open.isEmpty()
          && OPENING.indexOf(text.charAt(open.peek())) == kind) {
        partners[open.pop()] = i;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      if (partners[i] > 0) {
        out.setCharAt(i, opening(style));
        out.setCharAt(partners[i], closing(style));
        i = partners[i]; // past the quotations inside
      }
    }
  }

  private static char opening(Quotes style) {
    return OPENING.charAt(style.ordinal());
  }

  private static char closing(Quotes style) {
    return CLOSING.charAt(style.ordinal());
  }
}
