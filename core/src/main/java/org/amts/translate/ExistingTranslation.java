package org.amts.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.document.TextRange;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * What people have already translated of a document, block by block. Immutable.
 *
 * <p>Blocks that share most of the text of one of them belong together. What such a group reads in
 * the translation is kept to the character, also where the translator merged, split, dropped or
 * added sentences: only blocks of the source that have no counterpart at all are open.
 */
public final class ExistingTranslation {

  /**
   * The existing text of one block of the source, or of several in a row.
   *
   * @param range what it replaces in the source: from the first segment of the first block to the
   *     last of the last
   * @param origin where it stands in the translated file
   * @param text its characters there
   */
  public record Kept(TextRange range, TextRange origin, String text) {}

  /** The share of a block's text that makes a link. */
  private static final double MOST = 0.5;

  /** There is no translation yet. */
  static final ExistingTranslation NONE = new ExistingTranslation(Map.of(), List.of(), List.of());

  /** By source block; all blocks of a group hold the same value. */
  private final Map<Integer, Kept> byBlock;

  private final List<DocumentSegment> withoutSource;
  private final List<DocumentSegment> unplaced;

  private ExistingTranslation(
      Map<Integer, Kept> byBlock,
      List<DocumentSegment> withoutSource,
      List<DocumentSegment> unplaced) {
    this.byBlock = byBlock;
    this.withoutSource = withoutSource;
    this.unplaced = unplaced;
  }

  /**
   * Finds what can be kept.
   *
   * @param minimumConfidence of a bead that links two blocks, 0..1
   */
  static ExistingTranslation of(
      SegmentedDocument source,
      SegmentedDocument translation,
      Alignment alignment,
      double minimumConfidence) {
    Map<Integer, TextRange> sourceRanges = ranges(source.segments());
    Map<Integer, TextRange> targetRanges = ranges(translation.segments());
    Map<Integer, Kept> byBlock = new HashMap<>();
    TreeSet<Integer> placed = new TreeSet<>();
    TreeSet<Integer> unplaced = new TreeSet<>();
    for (Group group : groups(source, translation, alignment.pairs(minimumConfidence))) {
      if (isOneStretch(group.source) && isOneStretch(group.target)) {
        TextRange origin = hull(group.target, targetRanges);
        Kept kept =
            new Kept(
                hull(group.source, sourceRanges), origin, origin.of(translation.document().text()));
        group.source.forEach(block -> byBlock.put(block, kept));
        placed.addAll(group.target);
      } else {
        unplaced.addAll(group.target);
      }
    }
    List<DocumentSegment> withoutSource = new ArrayList<>();
    List<DocumentSegment> withoutPlace = new ArrayList<>();
    for (DocumentSegment segment : translation.segments()) {
      if (unplaced.contains(segment.block())) {
        withoutPlace.add(segment);
      } else if (!placed.contains(segment.block())) {
        withoutSource.add(segment);
      }
    }
    return new ExistingTranslation(byBlock, withoutSource, withoutPlace);
  }

  /**
   * The beads that tell what renders what.
   *
   * @param minimumConfidence of a bead, 0..1
   * @return the certain beads between blocks that belong together, in order
   */
  public static List<Bead> beads(
      SegmentedDocument source,
      SegmentedDocument translation,
      Alignment alignment,
      double minimumConfidence) {
    List<Bead> pairs = alignment.pairs(minimumConfidence);
    Set<Link> links = new HashSet<>(links(source, translation, pairs));
    return pairs.stream()
        .filter(
            bead ->
                bead.source().stream()
                    .anyMatch(
                        i ->
                            bead.target().stream()
                                .anyMatch(
                                    j ->
                                        links.contains(
                                            new Link(
                                                source.segments().get(i).block(),
                                                translation.segments().get(j).block())))))
        .toList();
  }

  /** The existing text of a source block; null if it has none. */
  public @Nullable Kept of(int block) {
    return byBlock.get(block);
  }

  /** Segments of the translation that render nothing of the source, in file order. */
  List<DocumentSegment> withoutSource() {
    return withoutSource;
  }

  /**
   * Segments of the translation whose place cannot be told: they render blocks of the source that
   * have code or other text between them. Not empty means that the document cannot be brought up to
   * date without a person.
   */
  List<DocumentSegment> unplaced() {
    return unplaced;
  }

  /** Blocks of both sides that belong together. */
  private record Group(TreeSet<Integer> source, TreeSet<Integer> target) {}

  /** A block of the source and one of the translation. */
  private record Link(int source, int target) {}

  /** Groups of linked blocks, in the order of the source. */
  private static Collection<Group> groups(
      SegmentedDocument source, SegmentedDocument translation, List<Bead> pairs) {
    Map<Integer, Group> bySource = new TreeMap<>();
    Map<Integer, Group> byTarget = new HashMap<>();
    for (Link link : links(source, translation, pairs)) {
      Group group = new Group(new TreeSet<>(), new TreeSet<>());
      group.source.add(link.source);
      group.target.add(link.target);
      for (Group other : Arrays.asList(bySource.get(link.source), byTarget.get(link.target))) {
        if (other != null) {
          group.source.addAll(other.source);
          group.target.addAll(other.target);
        }
      }
      group.source.forEach(block -> bySource.put(block, group));
      group.target.forEach(block -> byTarget.put(block, group));
    }
    return bySource.entrySet().stream()
        .filter(entry -> entry.getValue().source.first().equals(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Blocks that share most of the text of one of them. Less says nothing: in the neighbourhood of
   * new text a sentence is easily aligned with one that it does not belong to.
   */
  private static List<Link> links(
      SegmentedDocument source, SegmentedDocument translation, List<Bead> pairs) {
    Map<Link, int[]> shared = new LinkedHashMap<>();
    for (Bead bead : pairs) {
      for (int i : bead.source()) {
        for (int j : bead.target()) {
          DocumentSegment from = source.segments().get(i);
          DocumentSegment into = translation.segments().get(j);
          int[] lengths =
              shared.computeIfAbsent(new Link(from.block(), into.block()), link -> new int[2]);
          lengths[0] += length(from) / bead.target().size();
          lengths[1] += length(into) / bead.source().size();
        }
      }
    }
    Map<Integer, Integer> sourceLengths = lengths(source);
    Map<Integer, Integer> targetLengths = lengths(translation);
    return shared.entrySet().stream()
        .filter(
            entry ->
                entry.getValue()[0] >= MOST * sourceLengths.get(entry.getKey().source)
                    || entry.getValue()[1] >= MOST * targetLengths.get(entry.getKey().target))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<Integer, Integer> lengths(SegmentedDocument document) {
    Map<Integer, Integer> lengths = new HashMap<>();
    document.segments().forEach(s -> lengths.merge(s.block(), length(s), Integer::sum));
    return lengths;
  }

  private static int length(DocumentSegment segment) {
    return segment.segment().text().length();
  }

  /** Whether no other block of the document lies between the given ones. */
  private static boolean isOneStretch(TreeSet<Integer> blocks) {
    return blocks.last() - blocks.first() + 1 == blocks.size();
  }

  private static Map<Integer, TextRange> ranges(List<DocumentSegment> segments) {
    Map<Integer, TextRange> ranges = new HashMap<>();
    for (DocumentSegment segment : segments) {
      ranges.merge(
          segment.block(),
          segment.range(),
          (a, b) -> new TextRange(Math.min(a.start(), b.start()), Math.max(a.end(), b.end())));
    }
    return ranges;
  }

  private static TextRange hull(TreeSet<Integer> blocks, Map<Integer, TextRange> ranges) {
    TextRange first = ranges.getOrDefault(blocks.first(), new TextRange(0, 0));
    TextRange last = ranges.getOrDefault(blocks.last(), first);
    return new TextRange(first.start(), last.end());
  }
}
