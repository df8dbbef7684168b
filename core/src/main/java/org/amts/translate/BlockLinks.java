package org.amts.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;

/**
 * Which blocks of a translation render which blocks of its source: those that share most of the
 * text of one of them. Less says nothing: in the neighbourhood of new text a sentence is easily
 * aligned with one that it does not belong to. Immutable.
 */
public final class BlockLinks {

  /** The share of a block's text that makes a link. */
  private static final double MOST = 0.5;

  private final SegmentedDocument source;
  private final SegmentedDocument translation;
  private final List<Bead> pairs;
  private final Set<Link> links;

  private BlockLinks(SegmentedDocument source, SegmentedDocument translation, List<Bead> pairs) {
    this.source = source;
    this.translation = translation;
    this.pairs = pairs;
    this.links = links();
  }

  /**
   * Finds the links.
   *
   * @param minimumConfidence of a bead that counts as a translation, 0..1
   */
  public static BlockLinks of(
      SegmentedDocument source,
      SegmentedDocument translation,
      Alignment alignment,
      double minimumConfidence) {
    return new BlockLinks(source, translation, alignment.pairs(minimumConfidence));
  }

  /** The blocks of the source that are rendered at all, by their places. */
  Set<Integer> rendered() {
    return links.stream().map(Link::source).collect(Collectors.toSet());
  }

  /** The beads that tell what renders what: the certain ones between linked blocks, in order. */
  public List<Bead> beads() {
    return pairs.stream().filter(this::isLinked).toList();
  }

  private boolean isLinked(Bead bead) {
    return bead.source().stream()
        .anyMatch(i -> bead.target().stream().anyMatch(j -> links.contains(link(i, j))));
  }

  /** A block of the source and one of the translation. */
  private record Link(int source, int target) {}

  private Link link(int sourceSegment, int targetSegment) {
    return new Link(
        source.segments().get(sourceSegment).block(),
        translation.segments().get(targetSegment).block());
  }

  private Set<Link> links() {
    Map<Link, int[]> shared = new LinkedHashMap<>();
    for (Bead bead : pairs) {
      for (int i : bead.source()) {
        for (int j : bead.target()) {
          int[] lengths = shared.computeIfAbsent(link(i, j), link -> new int[2]);
          lengths[0] += length(source.segments().get(i)) / bead.target().size();
          lengths[1] += length(translation.segments().get(j)) / bead.source().size();
        }
      }
    }
    Map<Integer, Integer> sourceLengths = lengths(source);
    Map<Integer, Integer> targetLengths = lengths(translation);
    Set<Link> most = new LinkedHashSet<>();
    shared.forEach(
        (link, lengths) -> {
          if (lengths[0] >= MOST * sourceLengths.get(link.source)
              || lengths[1] >= MOST * targetLengths.get(link.target)) {
            most.add(link);
          }
        });
    return most;
  }

  private static Map<Integer, Integer> lengths(SegmentedDocument document) {
    Map<Integer, Integer> lengths = new HashMap<>();
    document.segments().forEach(s -> lengths.merge(s.block(), length(s), Integer::sum));
    return lengths;
  }

  private static int length(DocumentSegment segment) {
    return segment.segment().text().length();
  }
}
