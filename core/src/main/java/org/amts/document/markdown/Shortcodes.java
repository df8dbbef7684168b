package org.amts.document.markdown;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortcodes of site generators, {@code {{< note >}}} of Hugo or {@code {% raw %}} of Liquid, that
 * stand on lines of their own. Some wrap blocks, others are words in a hard-wrapped paragraph, and
 * nothing but their use in the text tells which.
 */
final class Shortcodes {

  private static final Pattern SHORTCODE =
      Pattern.compile("\\{(?:\\{[<%]?|%)-?\\s*(/|end)?\\s*([\\w./-]*)");

  private final String text;
  private final Set<String> paired = new HashSet<>();

  Shortcodes(String text) {
    this.text = text;
    Matcher closing =
        Pattern.compile("\\{(?:\\{[<%]|%-?)\\s*(?:/|end)\\s*([\\w./-]+)").matcher(text);
    while (closing.find()) {
      paired.add(closing.group(1));
    }
  }

  /**
   * Whether a line is a block of its own: shortcodes only, and if it could be a part of a
   * paragraph, one that wraps blocks.
   *
   * @param line the line's content
   * @param start where the content starts in the text
   * @param inParagraph whether the lines before it are a paragraph
   */
  boolean isBlock(String line, int start, boolean inParagraph) {
    if (line.length() < 4 || line.charAt(0) != '{') {
      return false;
    }
    boolean wraps = false;
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      Matcher shortcode = SHORTCODE.matcher(line).region(at, Math.max(at, end));
      if (end == Cursor.NONE || !shortcode.lookingAt()) {
        return false;
      }
      wraps |= shortcode.group(1) != null || paired.contains(shortcode.group(2));
      at = end;
      while (at < line.length() && Cursor.isBlank(line.charAt(at))) {
        at++;
      }
    }
    return wraps || !inParagraph && isBlankAfter(start + line.length());
  }

  /** End of the shortcode at {@code at}, or {@link Cursor#NONE}. */
  private static int end(String line, int at) {
    String closing = line.startsWith("{{", at) ? "}}" : "%}";
    boolean isShortcode = line.startsWith("{{", at) || line.startsWith("{%", at);
    int end = isShortcode ? line.indexOf(closing, at + 2) : Cursor.NONE;
    return end == Cursor.NONE ? Cursor.NONE : end + closing.length();
  }

  /** Whether the line after the one that ends at {@code at} is blank or missing. */
  private boolean isBlankAfter(int at) {
    Cursor cursor = new Cursor(text);
    int next = cursor.skipBlanks(cursor.skipLineEnd(at));
    return next == text.length() || cursor.skipLineEnd(next) > next;
  }
}
