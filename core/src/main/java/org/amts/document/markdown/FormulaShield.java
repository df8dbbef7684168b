package org.amts.document.markdown;

import java.util.regex.Pattern;

/**
 * Keeps the inside of a formula from being read as block structure: in {@code $$a} / {@code + b$$}
 * the second line is no list item. A formula that starts a line is a block of its own and needs no
 * shield; one in the middle of a paragraph does.
 */
final class FormulaShield {

  private static final Pattern FENCE = Pattern.compile("[ \\t>]*(?:```|~~~).*", Pattern.DOTALL);

  /** Money does not look like this. */
  private static final Pattern TEX_COMMAND = Pattern.compile("\\\\[A-Za-z]");

  private final String text;
  private final StringBuilder shielded;

  private FormulaShield(String text) {
    this.text = text;
    this.shielded = new StringBuilder(text);
  }

  /**
   * A text of the same length whose formulas hold nothing at the start of a line that Markdown
   * would take for a block.
   */
  static String shield(String text) {
    FormulaShield shield = new FormulaShield(text);
    shield.findParagraphs();
    return shield.shielded.toString();
  }

  /** Looks at each stretch of lines that has neither blank lines nor fences. */
  private void findParagraphs() {
    boolean inFence = false;
    int paragraph = 0;
    int line = 0;
    while (line < text.length()) {
      int end = lineEnd(line);
      boolean isFence = FENCE.matcher(text).region(line, end).matches();
      if (isFence || inFence || text.substring(line, end).isBlank()) {
        formulas(paragraph, line);
        paragraph = end;
      }
      inFence ^= isFence;
      line = end;
    }
    formulas(paragraph, text.length());
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private void formulas(int start, int end) {
    int dollar = start < end ? text.indexOf('$', start) : -1;
    if (dollar < 0 || dollar >= end) {
      return;
    }
    String paragraph = text.substring(start, end);
    Cursor cursor = new Cursor(paragraph);
    CodeSpans codeSpans = new CodeSpans(cursor);
    Formulas formulas = new Formulas(cursor, codeSpans);
    int at = 0;
    while (at < paragraph.length()) {
      int next =
          switch (paragraph.charAt(at)) {
            case '\\' -> at + 2;
            case '`' -> Math.max(codeSpans.end(at), cursor.endOfRun('`', at));
            case '$' -> formulas.end(at);
            default -> at + 1;
          };
      if (next != Cursor.NONE && paragraph.charAt(at) == '$') {
        formula(start + at, start + next);
      }
      at = next == Cursor.NONE ? at + 1 : next;
    }
  }

  private void formula(int start, int end) {
    if (!TEX_COMMAND.matcher(text).region(start, end).find()) {
      return;
    }
    for (int line = lineEnd(start); line < end; line = lineEnd(line)) {
      int at = line;
      while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at < end && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
        shielded.setCharAt(at, 'x');
      }
    }
  }
}
