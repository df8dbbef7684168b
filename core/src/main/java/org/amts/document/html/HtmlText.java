package org.amts.document.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;
import org.jsoup.parser.Parser;

/** Text of HTML with its character references, read and written. */
final class HtmlText {

  /** For text without tags of its own. */
  private static final Escaping BETWEEN_TAGS =
      text -> escape(text).replace("<", "&lt;").replace(">", "&gt;");

  /** For an attribute's value between double quotes. */
  static final Escaping IN_DOUBLE_QUOTES = text -> escape(text).replace("\"", "&quot;");

  /** For an attribute's value between single quotes. */
  static final Escaping IN_SINGLE_QUOTES = text -> escape(text).replace("'", "&#39;");

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  /** A line break with the white space around it. */
  private static final Pattern SPECIAL =
      Pattern.compile("[ \\t\\f]*+(?:\\r\\n?|\\n)\\s*+|" + REFERENCE.pattern());

  private HtmlText() {}

  /**
   * For the text of a block: its own tags, comments and whole elements are written as they are, all
   * the rest as words.
   *
   * @param inlines of the block
   */
  static Escaping around(List<Inline> inlines) {
    Set<String> markup = new HashSet<>();
    NavigableSet<Integer> lengths = new TreeSet<>();
    for (Inline inline : inlines) {
      if (inline.kind() != InlineKind.TEXT && inline.text().startsWith("<")) {
        markup.add(inline.text());
        lengths.add(inline.text().length());
      }
    }
    return markup.isEmpty() ? BETWEEN_TAGS : text -> escapeAround(text, markup, lengths);
  }

  private static String escapeAround(
      String text, Set<String> markup, NavigableSet<Integer> lengths) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    int at = text.indexOf('<');
    while (at >= 0) {
      int end = at + 1;
      for (int length : lengths.headSet(text.length() - at, true).descendingSet()) {
        if (markup.contains(text.substring(at, at + length))) {
          out.append(BETWEEN_TAGS.escape(text.substring(from, at)));
          out.append(text, at, at + length);
          end = at + length;
          from = end;
          break;
        }
      }
      at = text.indexOf('<', end);
    }
    return out.append(BETWEEN_TAGS.escape(text.substring(from))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;");
  }

  /**
   * The inlines of a stretch of text.
   *
   * @param html the whole text
   * @param range the stretch, without tags
   * @param offset what to add to positions in {@code html}
   */
  static List<Inline> inlines(String html, TextRange range, int offset) {
    List<Inline> inlines = new ArrayList<>();
    Matcher special = SPECIAL.matcher(html).region(range.start(), range.end());
    int at = range.start();
    while (special.find()) {
      addText(inlines, html, at, special.start(), offset);
      TextRange place = new TextRange(special.start() + offset, special.end() + offset);
      boolean isReference = html.charAt(special.start()) == '&';
      inlines.add(
          isReference
              ? new Inline(InlineKind.TEXT, place, Parser.unescapeEntities(special.group(), true))
              : new Inline(InlineKind.SOFT_BREAK, place, " "));
      at = special.end();
    }
    addText(inlines, html, at, range.end(), offset);
    return inlines;
  }

  private static void addText(List<Inline> inlines, String html, int from, int to, int offset) {
    if (from < to) {
      inlines.add(
          new Inline(
              InlineKind.TEXT,
              new TextRange(from + offset, to + offset),
              html.substring(from, to)));
    }
  }
}
