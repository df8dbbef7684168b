package org.amts.document.markdown;

/** What follows the text of a link or an image: {@code (target "title")} or {@code [label]}. */
final class LinkTargets {

  // As in cmark: deeper nesting is no link, which bounds the look-ahead.
  private static final int MAX_PARENTHESES = 32;

  private final Cursor text;

  LinkTargets(Cursor text) {
    this.text = text;
  }

  /**
   * End of the target that starts at {@code at}, right after the bracket that closes a link's text,
   * or {@link Cursor#NONE}.
   */
  int end(int at) {
    switch (text.charAt(at)) {
      case '(':
        return inlineTargetEnd(at);
      case '[':
        return labelEnd(at);
      default:
        return Cursor.NONE;
    }
  }

  private int inlineTargetEnd(int at) {
    int end = text.skipWhiteSpace(at + 1);
    if (text.charAt(end) == ')') {
      return end + 1;
    }
    end = destinationEnd(end);
    if (end == Cursor.NONE) {
      return Cursor.NONE;
    }
    int afterSpace = text.skipWhiteSpace(end);
    if (afterSpace > end && text.charAt(afterSpace) != ')') {
      afterSpace = titleEnd(afterSpace);
      if (afterSpace == Cursor.NONE) {
        return Cursor.NONE;
      }
      afterSpace = text.skipWhiteSpace(afterSpace);
    }
    return text.charAt(afterSpace) == ')' ? afterSpace + 1 : Cursor.NONE;
  }

  private int destinationEnd(int at) {
    return text.charAt(at) == '<' ? bracketedDestinationEnd(at) : plainDestinationEnd(at);
  }

  private int bracketedDestinationEnd(int at) {
    for (int i = at + 1; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '>':
          return i + 1;
        case '<', '\n', '\r':
          return Cursor.NONE;
        case '\\':
          i++;
          break;
        default:
          break;
      }
    }
    return Cursor.NONE;
  }

  private int plainDestinationEnd(int at) {
    int depth = 0;
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && Cursor.isAsciiPunctuation(text.charAt(i + 1))) {
        i++;
      } else if (text.startsWith("{{", i) && text.find("}}", i) != Cursor.NONE) {
        // A shortcode as a part of the target may hold spaces.
        i = text.findEnd("}}", i) - 1;
      } else if (c == '(') {
        depth++;
        if (depth > MAX_PARENTHESES) {
          return Cursor.NONE;
        }
      } else if (c == ')' && depth-- == 0) {
        break;
      } else if (c <= ' ') {
        break;
      }
      i++;
    }
    return i == at || depth > 0 ? Cursor.NONE : i;
  }

  private int titleEnd(int at) {
    char opening = text.charAt(at);
    char closing = opening == '(' ? ')' : opening;
    if (opening != '"' && opening != '\'' && opening != '(') {
      return Cursor.NONE;
    }
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == closing) {
        return i + 1;
      }
      if (c == '(' && opening == '(') {
        return Cursor.NONE;
      }
      if (c == '\\') {
        i++;
      }
    }
    return Cursor.NONE;
  }

  private int labelEnd(int at) {
    int limit = Math.min(text.length(), at + 2 + LinkLabel.MAX_LENGTH);
    for (int i = at + 1; i < limit; i++) {
      switch (text.charAt(i)) {
        case ']':
          return i + 1;
        case '[':
          return Cursor.NONE;
        case '\\':
          i++;
          break;
        default:
          break;
      }
    }
    return Cursor.NONE;
  }
}
