package org.amts.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;
import org.amts.document.TextRange;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/**
 * Blocks of a translation that are the translators' own and stay: formulas as they changed them, as
 * long as the source's are what they were; code as they changed it, with comments in their
 * language, say, into which changes of the source's are merged; and blocks that they added. Where
 * the source has not changed and the translation still lacks some of it, its code may be older,
 * too: then comments and texts in it stay.
 */
final class OwnBlocks {

  private static final Set<BlockKind> ADDED =
      Set.of(BlockKind.CODE, BlockKind.MATH, BlockKind.DIRECTIVE, BlockKind.HTML, BlockKind.FIGURE);

  /** Nothing can be written behind one alone. */
  private static final Set<BlockKind> PARTS = Set.of(BlockKind.TABLE_CELL, BlockKind.METADATA);

  private static final Pattern OPENING = Pattern.compile(":begin_tab:|[:`~]{3,}\\s*[{\\w]");
  private static final Pattern CLOSING = Pattern.compile(":end_tab:|[:`~]{3,}");

  private final SegmentedDocument source;
  private final Baseline base;
  private final List<Piece> pieces;
  private final Document now;
  private final Document old;
  private final Document translation;

  /**
   * Whether the source is what it was, so that what the translation lacks it may never have seen.
   */
  private final boolean isFilledUp;

  private final BlockPairs versions;
  private final BlockPairs translations;
  private final Set<String> oldTexts;

  /**
   * @param source the new source
   * @param base what its translation was made from, and the translation
   * @param pieces of the new source
   */
  OwnBlocks(SegmentedDocument source, Baseline base, List<Piece> pieces) {
    this.source = source;
    this.base = base;
    this.pieces =
        pieces.stream().filter(piece -> piece.isTranslated() && piece.base() == base).toList();
    now = source.document();
    old = base.source().document();
    translation = base.translation().document();
    isFilledUp = base.isMadeFrom(source);
    Set<Long> sameWords = new HashSet<>();
    for (Piece piece : this.pieces) {
      for (int segment : piece.rendition().source()) {
        sameWords.add(pair(block(base.source(), segment), piece.first().block()));
      }
    }
    versions = BlockPairs.of(old, now, (o, n) -> sameWords.contains(pair(o, n)));
    Set<Long> rendered = new HashSet<>();
    for (Rendition rendition : base.renditions()) {
      for (int from : rendition.source()) {
        for (int to : rendition.target()) {
          rendered.add(pair(block(base.source(), from), block(base.translation(), to)));
        }
      }
    }
    oldTexts =
        IntStream.range(0, old.blocks().size())
            .mapToObj(block -> text(old, block))
            .collect(Collectors.toSet());
    translations = BlockPairs.of(old, translation, (o, t) -> rendered.contains(pair(o, t)));
  }

  private static long pair(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  private static int block(SegmentedDocument document, int segment) {
    return document.segments().get(segment).block();
  }

  /**
   * What is written in the place of blocks of the new source; none if the document would have other
   * blocks with it.
   */
  List<Replacement> kept() {
    List<Replacement> kept = new ArrayList<>();
    for (int i = 0; i < now.blocks().size(); i++) {
      Block block = now.blocks().get(i);
      int before = versions.leftOf(i);
      int own = before < 0 ? BlockPairs.NONE : translations.rightOf(before);
      if (own >= 0 && (block.kind() == BlockKind.CODE || block.kind() == BlockKind.MATH)) {
        String theirs = theirs(block.kind(), before, own, i);
        if (!theirs.equals(text(now, i))) {
          kept.add(new Replacement(block.range(), theirs));
        }
      }
    }
    return kept.isEmpty()
            || (translation.format().equals(now.format())
                && kinds(rendered(kept)).equals(kinds(now)))
        ? kept
        : List.of();
  }

  /** A block as translators have it, with what has changed in the source's code since. */
  private String theirs(BlockKind kind, int before, int own, int after) {
    String was = text(old, before);
    String is = text(now, after);
    String theirs = text(translation, own);
    if (kind == BlockKind.CODE && isFilledUp) {
      return TranslatedCode.of(theirs, is);
    }
    if (was.equals(is)) {
      return theirs;
    }
    return kind == BlockKind.CODE ? LineMerge.merge(was, theirs, is) : is;
  }

  private static String text(Document document, int block) {
    return document.blocks().get(block).range().of(document.text());
  }

  private Document rendered(List<Replacement> replacements) {
    return DocumentFormats.parse(now.name(), now.render(replacements));
  }

  private static List<BlockKind> kinds(Document document) {
    return document.blocks().stream().map(Block::kind).toList();
  }

  /** The blocks that translators added and that have a place in the new source. */
  List<OwnRun> added() {
    Map<Integer, List<Rendition>> ownText = ownText();
    List<OwnRun> runs = new ArrayList<>();
    int next = 1;
    while (next < translation.blocks().size()) {
      int end = next;
      while (end < translation.blocks().size() && (ownText.containsKey(end) || isAdded(end))) {
        end++;
      }
      int closed = closed(next, end);
      boolean isText = IntStream.range(next, closed).allMatch(ownText::containsKey);
      int after = isText ? BlockPairs.NONE : placeBehind(next - 1);
      if (after >= 0) {
        runs.add(run(after, next, closed, ownText));
      }
      next = end + 1;
    }
    if (fit(runs)) {
      return runs;
    }
    runs.removeIf(run -> !fit(List.of(run)));
    return fit(runs) ? runs : List.of();
  }

  private OwnRun run(int after, int first, int end, Map<Integer, List<Rendition>> ownText) {
    TextRange range =
        new TextRange(
            translation.blocks().get(first - 1).range().end(),
            translation.blocks().get(end - 1).range().end());
    List<Rendition> text =
        IntStream.range(first, end)
            .mapToObj(block -> ownText.getOrDefault(block, List.of()))
            .flatMap(List::stream)
            .toList();
    return new OwnRun(base, after, first, end, range, text);
  }

  /** The last place in a row of blocks up to which all tabs and directives are closed. */
  private int closed(int first, int end) {
    int closed = first;
    int depth = 0;
    for (int block = first; block < end && depth >= 0; block++) {
      if (translation.blocks().get(block).kind() == BlockKind.DIRECTIVE) {
        String line = text(translation, block).strip();
        depth += OPENING.matcher(line).lookingAt() ? 1 : CLOSING.matcher(line).matches() ? -1 : 0;
      }
      closed = depth == 0 ? block + 1 : closed;
    }
    return closed;
  }

  /** Blocks all of whose text renders nothing, with the renditions that it makes. */
  private Map<Integer, List<Rendition>> ownText() {
    Map<Integer, List<Rendition>> own = new HashMap<>();
    Set<Integer> others = new HashSet<>();
    for (Rendition rendition : base.renditions()) {
      Set<Integer> blocks = new HashSet<>();
      rendition.target().forEach(segment -> blocks.add(block(base.translation(), segment)));
      for (int block : blocks) {
        own.computeIfAbsent(block, b -> new ArrayList<>()).add(rendition);
        if (blocks.size() > 1 || !rendition.source().isEmpty()) {
          others.add(block);
        }
      }
    }
    own.keySet().removeAll(others);
    return own;
  }

  /** Whether the source had nothing in the place of a block without words. */
  private boolean isAdded(int block) {
    Block own = translation.blocks().get(block);
    if (own.isTranslatable() || !ADDED.contains(own.kind()) || translations.leftOf(block) >= 0) {
      return false;
    }
    if (own.kind() != BlockKind.DIRECTIVE && oldTexts.contains(text(translation, block))) {
      return false; // they have it elsewhere, or twice
    }
    int from = block;
    while (from >= 0 && translations.leftOf(from) < 0) {
      from--;
    }
    int to = block;
    while (to < translation.blocks().size() && translations.leftOf(to) < 0) {
      to++;
    }
    int first = from < 0 ? 0 : translations.leftOf(from) + 1;
    int last = to == translation.blocks().size() ? old.blocks().size() : translations.leftOf(to);
    for (int i = first; i < last; i++) {
      if (translations.rightOf(i) < 0 && old.blocks().get(i).kind() == own.kind()) {
        return false; // which they may have rewritten
      }
    }
    return true;
  }

  /** The block of the new source that is written in the place of one of the translation. */
  private int placeBehind(int block) {
    Block left = translation.blocks().get(block);
    if (PARTS.contains(left.kind())) {
      return BlockPairs.NONE;
    }
    if (!left.isTranslatable()) {
      int before = translations.leftOf(block);
      return before < 0 ? BlockPairs.NONE : versions.rightOf(before);
    }
    int last = BlockPairs.NONE;
    for (Piece piece : pieces) {
      for (DocumentSegment segment : base.targetOf(piece.rendition())) {
        last = segment.block() == block ? Math.max(last, piece.last().block()) : last;
      }
    }
    return last;
  }

  /** Whether the new source has its own blocks and those of the runs if they are written. */
  private boolean fit(List<OwnRun> runs) {
    if (runs.isEmpty()) {
      return true;
    }
    List<Replacement> replacements = new ArrayList<>();
    List<BlockKind> expected = new ArrayList<>();
    for (int i = 0; i < now.blocks().size(); i++) {
      expected.add(now.blocks().get(i).kind());
      for (OwnRun run : runs) {
        if (run.after() == i) {
          replacements.add(run.in(source));
          for (int own = run.first(); own < run.end(); own++) {
            expected.add(translation.blocks().get(own).kind());
          }
        }
      }
    }
    return kinds(rendered(replacements)).equals(expected);
  }
}
