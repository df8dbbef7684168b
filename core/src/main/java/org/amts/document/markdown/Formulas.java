package org.amts.document.markdown;

/**
 * Formulas in the running text: {@code $x$}, {@code $$x$$}, and {@code \\\\(x\\\\)} as Markdown has
 * to write TeX's own delimiters.
 *
 * <p>A dollar sign may also be money. The rule is Pandoc's: the opening sign has something other
 * than white space right after it, the closing one right before it and no digit right after it.
 */
final class Formulas {

  private final Cursor text;
  private final CodeSpans codeSpans;

  Formulas(Cursor text, CodeSpans codeSpans) {
    this.text = text;
    this.codeSpans = codeSpans;
  }

  /** End of the formula that starts at the dollar sign at {@code at}, or {@link Cursor#NONE}. */
  int end(int at) {
    return text.charAt(at + 1) == '$' ? displayEnd(at) : inlineEnd(at);
  }

  /**
   * End of the formula that starts at the backslash at {@code at} with {@code \\\\(} or {@code
   * \\\\[}, or {@link Cursor#NONE}.
   */
  int backslashEnd(int at) {
    if (text.startsWith("\\\\(", at)) {
      return text.findEnd("\\\\)", at + 3);
    }
    return text.startsWith("\\\\[", at) ? text.findEnd("\\\\]", at + 3) : Cursor.NONE;
  }

  private int displayEnd(int at) {
    int end = text.findEnd("$$", at + 2);
    return end == Cursor.NONE || end == at + 4 ? Cursor.NONE : end;
  }

  private int inlineEnd(int at) {
    int closing = closingDollar(at + 1);
    if (closing == Cursor.NONE
        || closing == at + 1
        || Cursor.isWhiteSpace(text.charAt(at + 1))
        || Cursor.isWhiteSpace(text.charAt(closing - 1))
        || Character.isDigit(text.charAt(closing + 1))
        || isInsideCodeSpan(at, closing)) {
      return Cursor.NONE;
    }
    return closing + 1;
  }

  /** The next dollar sign without a backslash before it. */
  private int closingDollar(int from) {
    int closing = text.find("$", from);
    while (closing != Cursor.NONE && isEscaped(closing)) {
      closing = text.find("$", closing + 1);
    }
    return closing;
  }

  private boolean isEscaped(int at) {
    int backslashes = 0;
    while (text.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Whether a code span opens after {@code opening} and reaches to {@code closing} or beyond. */
  private boolean isInsideCodeSpan(int opening, int closing) {
    int at = text.find("`", opening);
    while (at != Cursor.NONE && at < closing) {
      int end = codeSpans.end(at);
      if (end > closing) {
        return true;
      }
      at = text.find("`", end == Cursor.NONE ? text.endOfRun('`', at) : end);
    }
    return false;
  }
}
