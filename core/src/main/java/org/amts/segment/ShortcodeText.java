package org.amts.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that readers see within a shortcode of a site generator: the word of {@code {{<
 * glossary_tooltip text="pod" term_id="pod" >}}}. In a segment it stands between two placeholders.
 * An engine gets it as the text of a link, {@code [pod]⟦1⟧}, which engines know from other texts.
 */
public final class ShortcodeText {

  private static final Pattern OPENING = Pattern.compile("\\{\\{[<%].*text=\"", Pattern.DOTALL);

  private ShortcodeText() {}

  /**
   * A text between two marks.
   *
   * @param start offset of the first mark
   * @param opening the first mark
   * @param text what stands between them
   * @param closing the second mark
   */
  private record Shown(int start, String opening, String text, String closing) {

    int end() {
      return start + opening.length() + text.length() + closing.length();
    }

    /** With another text, which must not end the attribute that it stands in; null for none. */
    String with(@Nullable String other) {
      return opening + (other == null ? text : other.strip().replace("\"", "")) + closing;
    }
  }

  /** The segment as an engine should get it; the segment itself if it has no such text. */
  public static Segment prepare(Segment segment) {
    List<Shown> all = in(segment);
    if (all.isEmpty()) {
      return segment;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Shown shown : all) {
      text.append(segment.text(), from, shown.start());
      text.append('[').append(shown.text()).append(']').append(shown.closing());
      from = shown.end();
    }
    text.append(segment.text(), from, segment.text().length());
    return new Segment(text.toString(), segment.placeholders());
  }

  /**
   * Puts the shortcodes into what an engine made of a {@linkplain #prepare prepared} segment.
   *
   * @param segment the segment before it was prepared
   * @param translation with the marks of the prepared segment
   * @return the translation with the marks of {@code segment}; a text that the engine has taken out
   *     of its brackets stands in the shortcode untranslated
   */
  public static String insert(Segment segment, String translation) {
    Map<String, Shown> byClosing = new LinkedHashMap<>();
    in(segment).forEach(shown -> byClosing.putIfAbsent(shown.closing(), shown));
    String result = translation;
    for (Shown shown : byClosing.values()) {
      result =
          Pattern.compile("(?:\\[([^\\[\\]]{1,1000})\\]\\s*)?" + Pattern.quote(shown.closing()))
              .matcher(result)
              .replaceAll(link -> Matcher.quoteReplacement(shown.with(link.group(1))));
    }
    return result;
  }

  private static List<Shown> in(Segment segment) {
    List<Shown> found = new ArrayList<>();
    Matcher marks = Placeholder.marksIn(segment.text());
    int opened = -1;
    String opening = "";
    while (marks.find()) {
      String original = segment.placeholders().get(Integer.parseInt(marks.group(1))).original();
      if (OPENING.matcher(original).matches()) {
        opened = marks.start();
        opening = marks.group();
      } else if (opened >= 0 && original.startsWith("\"") && original.endsWith("}}")) {
        String text = segment.text().substring(opened + opening.length(), marks.start());
        if (text.indexOf('[') < 0 && text.indexOf(']') < 0) {
          found.add(new Shown(opened, opening, text, marks.group()));
        }
        opened = -1;
      }
    }
    return found;
  }
}
