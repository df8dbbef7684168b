package org.amts.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Builds HTML and inline SVG. Every text and attribute value is escaped, and tags are closed in
 * their order, so that whatever a book contains cannot break the page. Not safe for use by many
 * threads.
 */
final class Html {

  private static final Set<String> VOID_ELEMENTS = Set.of("meta", "br");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributeValue(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    if (!VOID_ELEMENTS.contains(tag)) {
      open.push(tag);
    }
    return this;
  }

  /** Ends the element that began last. */
  Html close() {
    out.append("</").append(open.pop()).append(">");
    return this;
  }

  /** Ends the element that began last, and its line; only where white space has no meaning. */
  Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Adds text. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** A whole element with text in it. */
  Html element(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** A style sheet of our own, which must not be escaped. */
  Html style(String css) {
    out.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  /** The page. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private static String attributeValue(Object value) {
    // A tenth of a pixel is enough, and the page stays small.
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        // Control characters and lone surrogates are not allowed in a page.
        default -> out.append(isAllowed(text, i) ? c : '\uFFFD');
      }
    }
  }

  private static boolean isAllowed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return !Character.isISOControl(c) || c == '\n' || c == '\t';
  }
}
