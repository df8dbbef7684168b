package org.amts.server.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.SourceText;
import org.amts.document.TextRange;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.translate.TargetStyle;

/**
 * The fragments of text that Okapi took out of a file, as a document whose blocks they are. In a
 * fragment's coded text every tag is two characters, a marker and an index; each such pair becomes
 * an inline that is kept. Immutable.
 */
final class CodedText {

  /** What a pair is written as in a placeholder, so that closing tags can be told from others. */
  private static final Pattern TAG =
      Pattern.compile("</?([\\x{E101}-\\x{E103}].)/?>", Pattern.DOTALL);

  private final List<TextFragment> fragments;
  private final SegmentedDocument segmented;

  /** Where each fragment begins in the document; at the end the document's length. */
  private final int[] starts;

  /** Which fragment each block belongs to. */
  private final List<Integer> fragmentOfBlock = new ArrayList<>();

  /**
   * Reads fragments.
   *
   * @param fragments in the order of the file; they are not changed
   * @param language of their text
   */
  CodedText(List<TextFragment> fragments, String language) {
    this.fragments = List.copyOf(fragments);
    this.starts = new int[fragments.size() + 1];
    // A byte order mark at the beginning would not be taken for a character.
    StringBuilder text = new StringBuilder("\n");
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      starts[i] = text.length();
      List<Inline> inlines = withoutOuterTags(inlines(fragments.get(i), text.length()));
      text.append(fragments.get(i).getCodedText());
      if (!inlines.isEmpty()) {
        TextRange range =
            new TextRange(
                inlines.get(0).range().start(), inlines.get(inlines.size() - 1).range().end());
        blocks.add(new Block(BlockKind.PARAGRAPH, 0, range, inlines, Escaping.NONE));
        fragmentOfBlock.add(i);
      }
    }
    starts[fragments.size()] = text.length();
    Document document =
        new Document(SourceText.of("document", text.toString()), "coded text", blocks, List.of());
    this.segmented = new Segmenter().segment(document, language);
  }

  /** The segments of all fragments. */
  List<DocumentSegment> segments() {
    return segmented.segments();
  }

  /**
   * What came of the fragments.
   *
   * @param fragments the translated ones, in the order of the file; one that could not be
   *     translated as a whole holds what could
   * @param failedSegments how many segments stand in the source language
   */
  record Translated(List<TextFragment> fragments, int failedSegments) {}

  /** Puts translations into copies of the fragments. */
  Translated translated(Map<Integer, Translation> answers, String targetLanguage) {
    TargetStyle style = TargetStyle.usual(targetLanguage);
    Map<Integer, String> texts = style.finish(segmented, answers);
    int failed = segments().size() - texts.size();
    List<TextFragment> translated = new ArrayList<>();
    fragments.forEach(fragment -> translated.add(fragment.clone()));
    for (int block = 0; block < fragmentOfBlock.size(); block++) {
      List<DocumentSegment> segments = segmented.segmentsOf(block);
      int index = fragmentOfBlock.get(block);
      String text = write(index, segments, texts, style);
      if (isWellFormed(text, fragments.get(index))) {
        translated.get(index).setCodedText(text);
      } else {
        failed += (int) segments.stream().filter(s -> texts.containsKey(s.index())).count();
      }
    }
    return new Translated(translated, failed);
  }

  private String write(
      int fragment, List<DocumentSegment> segments, Map<Integer, String> texts, TargetStyle style) {
    String all = segmented.document().text();
    StringBuilder out = new StringBuilder();
    int at = starts[fragment];
    String left = "";
    boolean isLeftNew = false;
    for (DocumentSegment segment : segments) {
      String gap = all.substring(at, segment.range().start());
      String text = texts.get(segment.index());
      boolean isNew = text != null;
      String right = isNew ? TAG.matcher(text).replaceAll("$1") : segment.range().of(all);
      boolean isBetween = segment != segments.get(0);
      out.append(
          isBetween && (isLeftNew || isNew) ? style.betweenSentences(left, gap, right) : gap);
      out.append(right);
      left = right;
      isLeftNew = isNew;
      at = segment.range().end();
    }
    return out.append(all, at, starts[fragment + 1]).toString();
  }

  /** The pieces of a fragment; line ends and tabs have a meaning here and are kept like tags. */
  private static List<Inline> inlines(TextFragment fragment, int offset) {
    String coded = fragment.getCodedText();
    List<Inline> inlines = new ArrayList<>();
    int at = 0;
    while (at < coded.length()) {
      int end = at + 1;
      InlineKind kind = InlineKind.OTHER;
      String reads = coded.substring(at, end);
      if (TextFragment.isMarker(coded.charAt(at)) && at + 1 < coded.length()) {
        end = at + 2;
        kind = InlineKind.HTML;
        reads = tag(fragment.getCode(coded.charAt(at + 1)), coded.substring(at, end));
      } else if (!isKept(coded.charAt(at))) {
        while (end < coded.length() && !isKept(coded.charAt(end))) {
          end++;
        }
        kind = InlineKind.TEXT;
        reads = coded.substring(at, end);
      }
      inlines.add(new Inline(kind, new TextRange(offset + at, offset + end), reads));
      at = end;
    }
    return inlines;
  }

  private static boolean isKept(char c) {
    return c < ' ' || c == '\u2028' || TextFragment.isMarker(c);
  }

  private static String tag(Code code, String pair) {
    return switch (code.getTagType()) {
      case OPENING -> "<" + pair + ">";
      case CLOSING -> "</" + pair + ">";
      case PLACEHOLDER -> "<" + pair + "/>";
    };
  }

  /** Takes off white space at the ends, and tags that enclose all the rest. */
  private static List<Inline> withoutOuterTags(List<Inline> inlines) {
    int from = 0;
    int to = inlines.size();
    while (from < to) {
      Inline first = inlines.get(from);
      Inline last = inlines.get(to - 1);
      if (first.text().isBlank()) {
        from++;
      } else if (last.text().isBlank()) {
        to--;
      } else if (to - from > 1 && enclose(first, last, inlines.subList(from, to))) {
        from++;
        to--;
      } else {
        break;
      }
    }
    return inlines.subList(from, to);
  }

  private static boolean enclose(Inline first, Inline last, List<Inline> all) {
    if (first.kind() != InlineKind.HTML || !isOpening(first)) {
      return false;
    }
    int depth = 0;
    for (Inline inline : all) {
      if (inline.kind() == InlineKind.HTML) {
        depth += isOpening(inline) ? 1 : 0;
        depth -= inline.text().startsWith("</") ? 1 : 0;
      }
      if (depth == 0) {
        return inline == last;
      }
    }
    return false;
  }

  private static boolean isOpening(Inline tag) {
    return !tag.text().startsWith("</") && !tag.text().endsWith("/>");
  }

  /** Whether a coded text has the tags of a fragment, each once, and properly nested. */
  private static boolean isWellFormed(String coded, TextFragment fragment) {
    List<Code> codes = fragment.getCodes();
    boolean[] seen = new boolean[codes.size()];
    Deque<Integer> open = new ArrayDeque<>();
    int count = 0;
    for (int i = 0; i < coded.length(); i++) {
      if (!TextFragment.isMarker(coded.charAt(i))) {
        continue;
      }
      int index = i + 1 < coded.length() ? TextFragment.toIndex(coded.charAt(i + 1)) : -1;
      if (index < 0 || index >= seen.length || seen[index]) {
        return false;
      }
      seen[index] = true;
      count++;
      i++;
      Code code = codes.get(index);
      if (code.getTagType() == TagType.OPENING) {
        open.push(code.getId());
      } else if (code.getTagType() == TagType.CLOSING
          && (open.isEmpty() || open.pop() != code.getId())) {
        return false;
      }
    }
    return count == seen.length && open.isEmpty();
  }
}
