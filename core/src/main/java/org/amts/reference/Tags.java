package org.amts.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The HTML tags in a text of any format, with their attributes. */
final class Tags {

  private static final Pattern TAG =
      Pattern.compile(
          "<([A-Za-z][\\w.-]*+)((?:\\s++[^<>\"'=\\s/]++(?:\\s*+=\\s*+"
              + "(?:\"[^\"]*+\"|'[^']*+'|\\{[^{}]*+\\}|[^\\s\"'<>]++))?+){0,100}+)\\s*+/?>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\"'=\\s/]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'<>{}]++))");

  /**
   * A tag.
   *
   * @param name lower case
   * @param attributes by name in lower case, entities decoded
   * @param at where it starts in the text, in UTF-16 code units from 0
   */
  record Tag(String name, Map<String, String> attributes, int at) {}

  private Tags() {}

  /** The opening tags of a text, in order. */
  static List<Tag> in(String text) {
    List<Tag> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    int at = 0;
    int comment = text.indexOf("<!--");
    while (tag.find(at)) {
      while (comment >= 0 && comment < at) {
        comment = text.indexOf("<!--", at);
      }
      if (comment >= 0 && comment < tag.start()) {
        int end = text.indexOf("-->", comment);
        if (end >= 0) {
          at = end; // what looks like a tag in a comment is none
          continue;
        }
        comment = -1; // never closed, so it is no comment, and neither are those after it
      }
      String name = tag.group(1).toLowerCase(Locale.ROOT);
      if (!tag.group(2).isEmpty()) {
        tags.add(new Tag(name, attributes(tag.group(2)), tag.start()));
      }
      at = name.equals("script") || name.equals("style") ? endOf(name, text, tag.end()) : tag.end();
    }
    return tags;
  }

  private static int endOf(String name, String text, int from) {
    int end = text.indexOf("</" + name, from);
    return end < 0 ? from : end;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String value =
          attribute.group(2) != null
              ? attribute.group(2)
              : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
      attributes.put(
          attribute.group(1).toLowerCase(Locale.ROOT),
          Parser.unescapeEntities(value, true).strip());
    }
    return attributes;
  }
}
