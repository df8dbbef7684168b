package org.amts.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.jsoup.parser.Parser;

/**
 * Elements that are not to be translated, as the engine should see them: what they hold rather than
 * their tags, so that {@code <span translate="no">`x`</span>} is the {@code `x`} of the parallel
 * data.
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
              ? new Placeholder(
                  placeholder.number(),
                  placeholder.kind(),
                  Parser.unescapeEntities(element.group(2), false))
              : placeholder);
    }
    return new Segment(segment.text(), placeholders);
  }
}
