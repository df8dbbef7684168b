package org.amts.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.segment.SegmentedDocument;
import org.jsoup.parser.Parser;

/**
 * Elements that are not to be translated, as the engine should see them: what they hold rather than
 * their tags, so that {@code <span translate="no">`x`</span>} is the {@code `x`} of the parallel
 * data, and code as it is there.
 */
final class DoNotTranslate {

  /** An element around text alone; the parser has found already that it is not to be translated. */
  private static final Pattern AROUND_TEXT =
      Pattern.compile("<([A-Za-z][A-Za-z0-9-]*)\\s[^<>]*>([^<>]+)</\\1\\s*>");

  private DoNotTranslate() {}

  /** The segment with the same text, and placeholders that stand for what such elements hold. */
  static Segment unwrapped(Segment segment) {
    List<Placeholder> placeholders = new ArrayList<>();
    for (Placeholder placeholder : segment.placeholders()) {
      Matcher element = AROUND_TEXT.matcher(placeholder.original());
      placeholders.add(
          placeholder.kind() == Placeholder.Kind.HTML && element.matches()
              ? held(placeholder.number(), Parser.unescapeEntities(element.group(2), false))
              : placeholder);
    }
    Segment unwrapped = new Segment(segment.text(), placeholders);
    return unwrapped.equals(segment) ? segment : asInParallelData(unwrapped);
  }

  /**
   * A document's segments with the kinds of placeholders that the unwrapped ones have, on which the
   * typography of the words around them depends.
   *
   * @param unwrapped of each segment
   */
  static SegmentedDocument withKinds(SegmentedDocument document, List<Segment> unwrapped) {
    List<DocumentSegment> segments = new ArrayList<>();
    for (DocumentSegment each : document.segments()) {
      List<Placeholder> placeholders = new ArrayList<>();
      for (Placeholder held : unwrapped.get(each.index()).placeholders()) {
        String element = each.segment().placeholders().get(held.number()).original();
        placeholders.add(new Placeholder(held.number(), held.kind(), element));
      }
      segments.add(
          new DocumentSegment(
              each.index(),
              each.block(),
              each.range(),
              new Segment(each.segment().text(), placeholders)));
    }
    return new SegmentedDocument(document.document(), document.language(), segments);
  }

  /** A placeholder for text of which the text alone tells what it is. */
  private static Placeholder held(int number, String text) {
    List<Placeholder> alone = SegmentParser.parse(text).placeholders();
    return alone.size() == 1 && alone.get(0).original().equals(text)
        ? new Placeholder(number, alone.get(0).kind(), text)
        : new Placeholder(number, Placeholder.Kind.HTML, text);
  }

  /**
   * The segment as it would be read from a file of parallel data, where the words around a span
   * tell what it is: {@code (a.md)} after square brackets is a link's target.
   */
  private static Segment asInParallelData(Segment segment) {
    Segment read = SegmentParser.parse(segment.expanded());
    return read.text().equals(segment.text()) && originals(read).equals(originals(segment))
        ? read
        : segment;
  }

  private static List<String> originals(Segment segment) {
    return segment.placeholders().stream().map(Placeholder::original).toList();
  }
}
