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
 * id="p0.0">…</span>.}; the id has the place of the mark and its number. Amazon Translate leaves
 * such an element as it is, in real time and in batch jobs.
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

  /** Longer ones, in UTF-16 units, are data rather than words: an image as a URL, say. */
  private static final int LONGEST_ORIGINAL = 100;

  private static final Pattern ID = Pattern.compile("p\\d+\\.(\\d{1,4})");

  private MarkedHtml() {}

  /** The segment as HTML inside of a block. */
  static String write(Segment segment, Content content) {
    StringBuilder html = new StringBuilder(segment.text().length() + 64);
    Matcher marks = Placeholder.marksIn(segment.text());
    int end = 0;
    for (int place = 0; marks.find(); place++) {
      int number = Integer.parseInt(marks.group(1));
      String original = segment.placeholders().get(number).original();
      boolean asNumber = content == Content.NUMBER || original.length() > LONGEST_ORIGINAL;
      html.append(escape(segment.text().substring(end, marks.start())))
          .append("<span translate=\"no\" id=\"p")
          .append(place)
          .append('.')
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
        Matcher id = ID.matcher(child.id());
        if (id.matches()) {
          text.append(Placeholder.mark(Integer.parseInt(id.group(1))));
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
