package org.amts.document.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amts.document.TextRange;
import org.amts.document.html.Mark.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Reads an HTML text as a list of marks in the order of the text, whatever tree they make. */
final class Marks implements NodeFilter {

  private final String html;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(String html) {
    this.html = html;
  }

  /** The marks of a text, without overlaps; what jsoup ignores is not among them. */
  static List<Mark> of(String html) {
    Marks collector = new Marks(html);
    Parser.htmlParser().setTrackPosition(true).parseInput(html, "").filter(collector);
    collector.marks.sort(Comparator.comparing(Mark::range));
    List<Mark> inOrder = new ArrayList<>();
    int at = 0;
    for (Mark mark : collector.marks) {
      if (mark.range().start() >= at) {
        inOrder.add(mark);
        at = mark.range().end();
      }
    }
    return inOrder;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    TextRange range = range(node.sourceRange());
    if (range.isEmpty()) {
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      if (node.parent() instanceof Element parent) {
        marks.add(new Mark(node instanceof TextNode ? Kind.TEXT : Kind.OTHER, range, parent));
      }
      return FilterResult.CONTINUE;
    }
    if (Elements.isExcluded(element)
        || Elements.isCode(element)
        || Elements.isMath(element)
        || Elements.isOpaque(element)) {
      TextRange whole = new TextRange(range.start(), Math.max(range.end(), lastEnd(element)));
      marks.add(new Mark(Kind.WHOLE_ELEMENT, whole, element));
      return FilterResult.SKIP_CHILDREN;
    }
    marks.add(new Mark(Kind.START_TAG, range, element));
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      TextRange range = range(element.endSourceRange());
      if (html.startsWith("</", range.start()) && !range.isEmpty()) {
        marks.add(new Mark(Kind.END_TAG, range, element));
      }
    }
    return FilterResult.CONTINUE;
  }

  /** End of an element: of its end tag, or if that is missing of the last thing in it. */
  private int lastEnd(Element element) {
    int end = range(element.endSourceRange()).end();
    Node node = element;
    while (node.childNodeSize() > 0) {
      node = node.childNode(node.childNodeSize() - 1);
      end = Math.max(end, range(node.sourceRange()).end());
      if (node instanceof Element inner) {
        end = Math.max(end, range(inner.endSourceRange()).end());
      }
    }
    return end;
  }

  private TextRange range(Range range) {
    if (!range.isTracked()) {
      return new TextRange(0, 0);
    }
    int start = Math.min(range.startPos(), html.length());
    return new TextRange(start, Math.max(start, Math.min(range.endPos(), html.length())));
  }
}
