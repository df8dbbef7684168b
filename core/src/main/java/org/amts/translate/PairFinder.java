package org.amts.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.amts.align.Bead;
import org.amts.corpus.Granularity;
import org.amts.corpus.ParallelPair;
import org.amts.segment.DocumentSegment;
import org.amts.segment.EmptyAnchors;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.SlideMarks;

/**
 * Takes pairs out of aligned documents, as sentences or as paragraphs. Anchors with nothing in them
 * and marks for slides that only one side has are left out: they are no translation of anything.
 */
public final class PairFinder {

  private final Granularity granularity;
  private final BiPredicate<String, String> fromEngine;

  /**
   * @param granularity how much text a pair holds
   * @param fromEngine whether an engine wrote a segment of a language, and no person stands behind
   *     it
   */
  public PairFinder(Granularity granularity, BiPredicate<String, String> fromEngine) {
    this.granularity = granularity;
    this.fromEngine = fromEngine;
  }

  /**
   * The pairs of a document, in its order.
   *
   * @param status a document; without a translation it has no pairs
   */
  public List<FoundPair> find(DocumentStatus status) {
    SegmentedDocument translation = status.loaded().translation();
    if (translation == null || status.alignment() == null) {
      return List.of();
    }
    SegmentedDocument source = status.loaded().source();
    List<FoundPair> pairs = new ArrayList<>();
    List<Bead> open = new ArrayList<>();
    for (Bead bead : status.alignment().beads()) {
      boolean joins =
          granularity == Granularity.PARAGRAPH
              && !open.isEmpty()
              && (sharesBlock(source, open, bead.source(), true)
                  || sharesBlock(translation, open, bead.target(), false));
      if (!joins) {
        add(pairs, source, translation, open);
        open.clear();
      }
      open.add(bead);
    }
    add(pairs, source, translation, open);
    return pairs;
  }

  /** Whether sentences stand in the block of the last sentence of the open beads. */
  private static boolean sharesBlock(
      SegmentedDocument document, List<Bead> open, List<Integer> next, boolean isSource) {
    if (next.isEmpty()) {
      return false;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      List<Integer> last = isSource ? open.get(i).source() : open.get(i).target();
      if (!last.isEmpty()) {
        return document.segments().get(last.get(last.size() - 1)).block()
            == document.segments().get(next.get(0)).block();
      }
    }
    return false;
  }

  private void add(
      List<FoundPair> pairs,
      SegmentedDocument source,
      SegmentedDocument translation,
      List<Bead> beads) {
    List<DocumentSegment> from =
        beads.stream().flatMap(bead -> bead.source().stream()).map(source.segments()::get).toList();
    List<DocumentSegment> into =
        beads.stream()
            .flatMap(bead -> bead.target().stream())
            .map(translation.segments()::get)
            .toList();
    if (from.isEmpty() || into.isEmpty()) {
      return;
    }
    String text = join(from, source.language());
    String translated = join(into, translation.language());
    pairs.add(
        new FoundPair(
            new ParallelPair(shared(text, translated), shared(translated, text)),
            source.document().name(),
            source.document().source().lineOf(from.get(0).range().start()),
            confidence(beads),
            into.stream()
                .anyMatch(
                    segment ->
                        fromEngine.test(translation.language(), segment.segment().expanded()))));
  }

  private static String shared(String text, String other) {
    return SlideMarks.sharedIn(EmptyAnchors.sharedIn(text, other), other);
  }

  /**
   * Of several beads the mean, weighed by their sentences; what is left out on one side counts as
   * 0.
   */
  private static double confidence(List<Bead> beads) {
    double sum = 0;
    int weight = 0;
    for (Bead bead : beads) {
      int size = bead.source().size() + bead.target().size();
      sum += size * bead.confidence();
      weight += size;
    }
    return sum / weight;
  }

  private static String join(List<DocumentSegment> segments, String language) {
    String between = language.matches("(zh|ja)(-.*)?") ? "" : " ";
    // A hard line break is a placeholder that holds a line end, and a pair is one line.
    return segments.stream()
        .map(segment -> segment.segment().expanded().replaceAll("\\s*[\r\n]+\\s*", between))
        .collect(Collectors.joining(between));
  }
}
