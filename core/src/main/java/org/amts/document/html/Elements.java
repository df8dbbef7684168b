package org.amts.document.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the elements of HTML mean for translation. */
final class Elements {

  /** Elements that stand in running text; every other element is a block. */
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "br",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "mark",
          "math",
          "meter",
          "nobr",
          "output",
          "picture",
          "progress",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "svg",
          "time",
          "tt",
          "u",
          "var",
          "wbr");

  private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt", "pre", "listing");

  private static final Set<String> OPAQUE =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "iframe",
          "object",
          "canvas",
          "textarea",
          "svg",
          "xmp",
          "plaintext");

  private Elements() {}

  static boolean isInline(String name) {
    return INLINE.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isCode(Element element) {
    return CODE.contains(element.normalName());
  }

  static boolean isMath(Element element) {
    return element.normalName().equals("math");
  }

  static boolean isOpaque(Element element) {
    return OPAQUE.contains(element.normalName());
  }

  /** Whether the author excluded the element from translation. */
  static boolean isExcluded(Element element) {
    return element.attr("translate").equalsIgnoreCase("no")
        || element.hasClass("notranslate")
        || isInOtherLanguage(element);
  }

  private static boolean isInOtherLanguage(Element element) {
    Element page = element.root().firstElementChild();
    return page != null
        && page != element
        && page.hasAttr("lang")
        && element.hasAttr("lang")
        && !language(page).equals(language(element));
  }

  private static String language(Element element) {
    String tag = element.attr("lang").toLowerCase(Locale.ROOT);
    int end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }

  /** 1 to 6 for a heading, else 0. */
  static int headingLevel(Element element) {
    String name = element.normalName();
    boolean isHeading = name.length() == 2 && name.charAt(0) == 'h';
    int level = isHeading ? name.charAt(1) - '0' : 0;
    return level >= 1 && level <= 6 ? level : 0;
  }

  /** How many lists an element is in. */
  static int listDepth(Element element) {
    int depth = 0;
    for (Element e = element; e != null; e = e.parent()) {
      depth += e.normalName().equals("ul") || e.normalName().equals("ol") ? 1 : 0;
    }
    return depth;
  }
}
