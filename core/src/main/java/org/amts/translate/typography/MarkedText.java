package org.amts.translate.typography;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * A translated text with every placeholder mark as one character that tells how the span behaves in
 * typesetting, so that rules can look at neighbours. The characters are noncharacters of Unicode,
 * which text does not contain. Rules may change the words around them but not their order.
 */
final class MarkedText {

  /** Code, a formula, a footnote reference: like a word of another script. */
  static final char WORD = '\uFDD0';

  /** A role between colons, before which its dialect wants a space. */
  static final char ROLE = '\uFDD1';

  /** A bare URL, which would take in the letters next to it. */
  static final char URL = '\uFDD2';

  /** What follows the square bracket of a link or image. */
  static final char TARGET = '\uFDD3';

  /** A tag, an escape, a line break: nothing is known of what it looks like. */
  static final char OTHER = '\uFDD4';

  private final String text;
  private final List<String> marks = new ArrayList<>();
  private final List<String> originals = new ArrayList<>();

  /**
   * Takes apart a translation.
   *
   * @param source the segment that was translated; it says what the marks stand for
   * @param translation its translation
   */
  MarkedText(Segment source, String translation) {
    StringBuilder out = new StringBuilder(translation.length());
    Matcher matcher = Placeholder.marksIn(translation);
    int at = 0;
    while (matcher.find()) {
      addWords(translation, at, matcher.start(), out);
      int number = Integer.parseInt(matcher.group(1));
      Placeholder placeholder =
          number < source.placeholders().size() ? source.placeholders().get(number) : null;
      out.append(
          placeholder == null ? OTHER : behaviour(placeholder, translation, matcher.start()));
      marks.add(matcher.group());
      originals.add(placeholder == null ? matcher.group() : placeholder.original());
      at = matcher.end();
    }
    addWords(translation, at, translation.length(), out);
    text = out.toString();
  }

  /** The text with one character for each mark. */
  String text() {
    return text;
  }

  /** What the n-th mark character stands for. */
  String original(int n) {
    return originals.get(n);
  }

  /** Puts the marks back. */
  String restore(String changed) {
    StringBuilder out = new StringBuilder(changed.length() + 2 * marks.size());
    int n = 0;
    for (int i = 0; i < changed.length(); i++) {
      if (isMark(changed.charAt(i))) {
        out.append(marks.get(n++));
      } else {
        out.append(changed.charAt(i));
      }
    }
    return out.toString();
  }

  static boolean isMark(int c) {
    return c >= WORD && c <= OTHER;
  }

  /** A noncharacter of the text's own becomes a mark of itself. */
  private void addWords(String translation, int start, int end, StringBuilder out) {
    for (int i = start; i < end; i++) {
      char c = translation.charAt(i);
      if (isMark(c)) {
        marks.add(String.valueOf(c));
        originals.add(String.valueOf(c));
        out.append(OTHER);
      } else {
        out.append(c);
      }
    }
  }

  private static char behaviour(Placeholder placeholder, String translation, int at) {
    return switch (placeholder.kind()) {
      case CODE, MATH -> WORD;
      case ROLE -> placeholder.original().startsWith(":") ? ROLE : WORD;
      case LINK, IMAGE -> at > 0 && translation.charAt(at - 1) == ']' ? TARGET : URL;
      case HTML, OTHER -> OTHER;
    };
  }
}
