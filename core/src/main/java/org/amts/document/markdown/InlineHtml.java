package org.amts.document.markdown;

/** Tags, comments and other raw HTML in the running text, and addresses in angle brackets. */
final class InlineHtml {

  private static final int MAX_ENTITY_LENGTH = 33;
  private static final String ESCAPED_OPENING = "&lt;";
  private static final String ESCAPED_CLOSING = "&gt;";

  private final Cursor text;

  InlineHtml(Cursor text) {
    this.text = text;
  }

  /** End of the tag or the like at the {@code <} at {@code at}, or {@link Cursor#NONE}. */
  int end(int at) {
    char next = text.charAt(at + 1);
    if (next == '!') {
      return declarationEnd(at);
    }
    if (next == '?') {
      return text.findEnd("?>", at + 2);
    }
    if (next == '/') {
      return closingTagEnd(at);
    }
    return Cursor.isAsciiLetter(next) ? openingTagEnd(at) : Cursor.NONE;
  }

  private int declarationEnd(int at) {
    if (text.startsWith("<!-->", at)) {
      return at + 5;
    }
    if (text.startsWith("<!--->", at)) {
      return at + 6;
    }
    if (text.startsWith("<!--", at)) {
      return text.findEnd("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return text.findEnd("]]>", at + 9);
    }
    return Cursor.isAsciiLetter(text.charAt(at + 2)) ? text.findEnd(">", at + 2) : Cursor.NONE;
  }

  private int closingTagEnd(int at) {
    if (!Cursor.isAsciiLetter(text.charAt(at + 2))) {
      return Cursor.NONE;
    }
    int end = text.skipWhiteSpace(tagNameEnd(at + 2));
    return text.charAt(end) == '>' ? end + 1 : Cursor.NONE;
  }

  private int openingTagEnd(int at) {
    int end = tagNameEnd(at + 1);
    while (true) {
      int afterSpace = text.skipWhiteSpace(end);
      if (text.charAt(afterSpace) == '>') {
        return afterSpace + 1;
      }
      if (text.startsWith("/>", afterSpace)) {
        return afterSpace + 2;
      }
      if (afterSpace == end) {
        return Cursor.NONE;
      }
      end = attributeEnd(afterSpace);
      if (end == Cursor.NONE) {
        return Cursor.NONE;
      }
    }
  }

  private int tagNameEnd(int at) {
    int end = at;
    while (Cursor.isAsciiLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-') {
      end++;
    }
    return end;
  }

  private int attributeEnd(int at) {
    int end = at;
    while (isAttributeNameCharacter(text.charAt(end))) {
      end++;
    }
    if (end == at) {
      return Cursor.NONE;
    }
    int equals = text.skipWhiteSpace(end);
    return text.charAt(equals) == '=' ? attributeValueEnd(text.skipWhiteSpace(equals + 1)) : end;
  }

  private int attributeValueEnd(int at) {
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      return text.findEnd(String.valueOf(quote), at + 1);
    }
    int end = at;
    while (isUnquotedValueCharacter(text.charAt(end))) {
      end++;
    }
    return end == at ? Cursor.NONE : end;
  }

  private static boolean isAttributeNameCharacter(char c) {
    return Cursor.isAsciiLetterOrDigit(c) || "_:.@-".indexOf(c) >= 0;
  }

  private static boolean isUnquotedValueCharacter(char c) {
    return c > ' ' && "\"'=<>`".indexOf(c) < 0;
  }

  /**
   * End of an address in angle brackets, {@code <https://a.b>} or {@code <me@a.b>}, or {@link
   * Cursor#NONE}.
   */
  int addressEnd(int at) {
    boolean isAddress = false;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return isAddress ? i + 1 : Cursor.NONE;
      }
      if (c <= ' ' || c == '<') {
        return Cursor.NONE;
      }
      // spec: a scheme is any sequence of 2-32 characters
      isAddress |= c == '@' && i > at + 1 || c == ':' && i > at + 2 && i <= at + 33;
    }
    return Cursor.NONE;
  }

  /**
   * End of the entity at the {@code &} at {@code at}, or {@link Cursor#NONE}. What looks like a tag
   * to the reader, {@code &lt;mask&gt;}, counts as one: its name is no word to translate.
   */
  int entityEnd(int at) {
    int tag = escapedTagEnd(at);
    if (tag != Cursor.NONE) {
      return tag;
    }
    int end = at + (text.charAt(at + 1) == '#' ? 2 : 1);
    int start = end;
    while (end - at < MAX_ENTITY_LENGTH && Cursor.isAsciiLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end > start && text.charAt(end) == ';' ? end + 1 : Cursor.NONE;
  }

  private int escapedTagEnd(int at) {
    if (!text.startsWith(ESCAPED_OPENING, at)) {
      return Cursor.NONE;
    }
    int name = at + ESCAPED_OPENING.length();
    if (text.charAt(name) == '/') {
      name++;
    }
    int end = name;
    while (Cursor.isAsciiLetterOrDigit(text.charAt(end)) || "-_".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return Cursor.isAsciiLetter(text.charAt(name)) && text.startsWith(ESCAPED_CLOSING, end)
        ? end + ESCAPED_CLOSING.length()
        : Cursor.NONE;
  }
}
