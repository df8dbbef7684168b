package org.amts.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;

/**
 * What the inlines of a block read as: text in Unicode normalisation form C with single spaces and
 * a mark {@code ⟦0⟧} for every protected span, and the way from its positions back to the
 * document's. Marks get their numbers when {@linkplain #segment segments} are cut from it.
 * Positions are UTF-16 code units from 0. Immutable.
 */
final class Reading {

  private static final String MARK = Placeholder.mark(0);
  private static final char MARK_START = MARK.charAt(0);
  private static final char MARK_END = MARK.charAt(MARK.length() - 1);

  /** Marks have up to four digits. */
  private static final int MAX_PLACEHOLDERS = 10_000;

  private static final Pattern LINE_BREAK =
      Pattern.compile("\\s*\\\\?[\\r\\n]\\s*|(?i:<br\\s*/?>)");
  private static final Pattern CLOSING = Pattern.compile("</[^>]*>|\\[\\^[^]]*]");

  private record Span(Placeholder.Kind kind, String original) {}

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final List<Span> spans;
  private final int[] markPositions;

  private Reading(Characters characters, List<Span> spans) {
    this.text = characters.text();
    this.starts = characters.starts();
    this.ends = characters.ends();
    this.spans = spans;
    // Brackets of the source's own are spans, too: every bracket here begins a mark.
    this.markPositions =
        IntStream.range(0, text.length()).filter(i -> text.charAt(i) == MARK_START).toArray();
  }

  /** Reads inlines, which follow one another without gaps. */
  static Reading of(List<Inline> inlines) {
    Characters raw = new Characters();
    List<Span> spans = new ArrayList<>();
    for (Inline inline : inlines) {
      TextRange range = inline.range();
      switch (inline.kind()) {
        case TEXT -> readWords(inline, raw, spans);
        case SOFT_BREAK -> raw.add('\n', range.start(), range.end());
        default -> {
          raw.add(MARK, range.start(), range.end());
          spans.add(new Span(kind(inline.kind()), inline.text()));
        }
      }
    }
    return new Reading(raw.composed().spaced(), spans);
  }

  private static void readWords(Inline inline, Characters raw, List<Span> spans) {
    String words = inline.text();
    for (int i = 0; i < words.length(); i++) {
      int start = inline.isSplittable() ? inline.range().start() + i : inline.range().start();
      int end = inline.isSplittable() ? start + 1 : inline.range().end();
      char c = words.charAt(i);
      if (c == MARK_START || c == MARK_END) {
        raw.add(MARK, start, end);
        spans.add(new Span(Placeholder.Kind.OTHER, String.valueOf(c)));
      } else {
        raw.add(c, start, end);
      }
    }
  }

  private static Placeholder.Kind kind(InlineKind kind) {
    return switch (kind) {
      case CODE -> Placeholder.Kind.CODE;
      case MATH -> Placeholder.Kind.MATH;
      case ROLE -> Placeholder.Kind.ROLE;
      case LINK_TARGET -> Placeholder.Kind.LINK;
      case IMAGE_TARGET -> Placeholder.Kind.IMAGE;
      case HTML -> Placeholder.Kind.HTML;
      case OTHER -> Placeholder.Kind.OTHER;
      case TEXT, SOFT_BREAK -> throw new IllegalArgumentException(kind + " is not protected");
    };
  }

  /** Whether there is no letter outside the marks. */
  boolean hasNoWords() {
    return text.codePoints().noneMatch(Character::isLetter);
  }

  /** The whole text. */
  TextRange whole() {
    return new TextRange(0, text.length());
  }

  /** Splits into sentences: ranges of this reading, whose ranges in the document do not overlap. */
  List<TextRange> sentences(SentenceSplitter splitter, String language) {
    List<TextRange> found = splitter.split(textForSplitting(), language);
    List<TextRange> sentences = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int start = i == 0 ? startWithBreaks(0, found.get(0).start()) : found.get(i).start();
      int next = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
      TextRange sentence = new TextRange(start, withBreaks(found.get(i).end(), next));
      TextRange last = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
      // Two sentences may share an inline that cannot be divided.
      if (last != null && inDocument(sentence).start() < inDocument(last).end()) {
        sentence = new TextRange(last.start(), sentence.end());
        sentences.remove(sentences.size() - 1);
      }
      sentences.add(sentence);
    }
    return sentences;
  }

  /**
   * The text with some marks shown as what they act like: line breaks as spaces, closing tags and
   * footnote references as closing quotation marks. As long as the text.
   */
  private String textForSplitting() {
    StringBuilder view = new StringBuilder(text);
    for (int i = 0; i < markPositions.length; i++) {
      int at = markPositions[i];
      String original = spans.get(i).original();
      if (LINE_BREAK.matcher(original).matches()) {
        view.replace(at, at + MARK.length(), "   ");
      } else if (CLOSING.matcher(original).matches()) {
        view.replace(at, at + MARK.length(), "'''");
      }
    }
    return view.toString();
  }

  /** The first line break that is more than white space, or {@code end}. */
  private int startWithBreaks(int from, int end) {
    int first = firstMark(from);
    while (first < markPositions.length && markPositions[first] < end) {
      if (!spans.get(first).original().isBlank()) {
        return markPositions[first];
      }
      first++;
    }
    return end;
  }

  /** The end of a sentence with the line breaks after it that are more than white space. */
  private int withBreaks(int end, int next) {
    int last = firstMark(next) - 1;
    while (last >= 0 && markPositions[last] >= end) {
      if (!spans.get(last).original().isBlank()) {
        return markPositions[last] + MARK.length();
      }
      last--;
    }
    return end;
  }

  /** Index of the first mark at or after a position. */
  private int firstMark(int position) {
    int found = Arrays.binarySearch(markPositions, position);
    return found >= 0 ? found : -found - 1;
  }

  /** What a range that is not empty covers in the document. */
  TextRange inDocument(TextRange range) {
    return new TextRange(starts[range.start()], ends[range.end() - 1]);
  }

  /**
   * Cuts out a segment and numbers its placeholders. If it had more of them than numbers, the last
   * number stands for all of its rest.
   */
  Segment segment(TextRange range) {
    Map<Span, Placeholder> placeholders = new LinkedHashMap<>();
    StringBuilder out = new StringBuilder(range.length());
    int at = range.start();
    for (int i = firstMark(at); i < markPositions.length && markPositions[i] < range.end(); i++) {
      out.append(text, at, markPositions[i]);
      at = markPositions[i] + MARK.length();
      Span span = spans.get(i);
      if (placeholders.size() == MAX_PLACEHOLDERS - 1 && !placeholders.containsKey(span)) {
        span = new Span(Placeholder.Kind.OTHER, expanded(i, range.end()));
        at = range.end();
      }
      out.append(
          placeholders
              .computeIfAbsent(
                  span, key -> new Placeholder(placeholders.size(), key.kind(), key.original()))
              .mark());
      if (at == range.end()) {
        break;
      }
    }
    out.append(text, at, range.end());
    return new Segment(out.toString(), List.copyOf(placeholders.values()));
  }

  /** The text from a mark on, with the characters that marks stand for. */
  private String expanded(int firstMark, int end) {
    StringBuilder out = new StringBuilder();
    int at = markPositions[firstMark];
    for (int i = firstMark; i < markPositions.length && markPositions[i] < end; i++) {
      out.append(text, at, markPositions[i]).append(spans.get(i).original());
      at = markPositions[i] + MARK.length();
    }
    return out.append(text, at, end).toString();
  }
}
