package org.amts.segment;

/** What counts as white space between words: also the no-break and the ideographic space. */
final class WhiteSpace {

  private WhiteSpace() {}

  /** Whether a code unit is white space. */
  static boolean is(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
