package org.amts.engine.amazon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A segment as HTML and back: {@code See ⟦0⟧.} is {@code See <span translate="no"
 * data-id="0">…</span>.} Amazon Translate leaves such an element as it is, in real time and in
 * batch jobs. A mark that occurs twice is the same element twice; so it is no {@code id}, which a
 * document may have once only.
 */
final class MarkedHtml {

  /** What stands in the span of a placeholder. */
  enum Content {
    /**
     * The protected characters, as they stand in the parallel data and mean something to the
     * engine; the number where they are long.
     */
    ORIGINAL,
    /** The number: what is left to try when the engine has stumbled over the characters. */
    NUMBER
  }

  /**
   * Longer ones, in UTF-16 units, are data rather than words, an image as a URL, say. They cannot
   * stand in parallel data, whose texts have at most as many bytes.
   */
  private static final int LONGEST_ORIGINAL = 1000;

  private static final String ID = "data-id";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private MarkedHtml() {}

  /** The segment as HTML inside of a block. */
  static String write(Segment segment, Content content) {
    StringBuilder html = new StringBuilder(segment.text().length() + 64);
    Matcher marks = Placeholder.marksIn(segment.text());
    int end = 0;
    while (marks.find()) {
      int number = Integer.parseInt(marks.group(1));
      String original = segment.placeholders().get(number).original();
      boolean asNumber = content == Content.NUMBER || original.length() > LONGEST_ORIGINAL;
      html.append(escape(segment.text().substring(end, marks.start())))
          .append("<span translate=\"no\" " + ID + "=\"")
          .append(number)
          .append("\">")
          .append(asNumber ? String.valueOf(number) : escape(original))
          .append("</span>");
      end = marks.end();
    }
    return html.append(escape(segment.text().substring(end))).toString();
  }

  /** The text of an element with marks for its spans; white space is a single space. */
  static String read(Element element) {
    StringBuilder text = new StringBuilder();
    append(element, text);
    return text.toString().replaceAll("[ \\t\\r\\n\\f]+", " ").strip();
  }

  /** Whether a text has the marks of a segment, each as often. */
  static boolean hasMarksOf(Segment segment, String text) {
    return sortedMarks(segment.text()).equals(sortedMarks(text));
  }

  private static void append(Element element, StringBuilder text) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element child) {
        String id = child.attr(ID);
        if (NUMBER.matcher(id).matches()) {
          text.append(Placeholder.mark(Integer.parseInt(id)));
        } else {
          append(child, text);
        }
      }
    }
  }

  /**
   * Escapes what begins a tag or an entity. A bare {@code <} before a span makes the service lose
   * the span (aws-sdk-ruby, issue 3191).
   */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<Integer> sortedMarks(String text) {
    List<Integer> numbers = new ArrayList<>(Placeholder.numbersIn(text));
    numbers.sort(null);
    return numbers;
  }
}
