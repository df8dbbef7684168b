package org.amts.sync;

import java.util.Arrays;
import java.util.List;
import org.amts.document.TextRange;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.BookDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a translation was made from: the source as it was then, the translation as it is now, and
 * which segments render which. Immutable.
 */
final class Baseline {

  private final BookDocument document;
  private final SegmentedDocument source;
  private final SegmentedDocument translation;
  private final List<Rendition> renditions;
  private final int[] bySource;

  /**
   * @param renditions in the order of both files; every segment of either is in one of them
   */
  Baseline(
      BookDocument document,
      SegmentedDocument source,
      SegmentedDocument translation,
      List<Rendition> renditions) {
    this.document = document;
    this.source = source;
    this.translation = translation;
    this.renditions = List.copyOf(renditions);
    this.bySource = new int[source.segments().size()];
    Arrays.fill(bySource, -1);
    for (int i = 0; i < renditions.size(); i++) {
      for (int segment : renditions.get(i).source()) {
        bySource[segment] = i;
      }
    }
  }

  BookDocument document() {
    return document;
  }

  SegmentedDocument source() {
    return source;
  }

  SegmentedDocument translation() {
    return translation;
  }

  List<Rendition> renditions() {
    return renditions;
  }

  /** The place of a source segment's rendition in {@link #renditions()}; -1 if it has none. */
  int renditionOf(int sourceSegment) {
    return bySource[sourceSegment];
  }

  /** Whether a source is, but for its name, what the translation was made from. */
  boolean isMadeFrom(SegmentedDocument present) {
    return source.document().text().equals(present.document().text());
  }

  /** The source segments of a rendition. */
  List<Segment> sourceOf(Rendition rendition) {
    return rendition.source().stream().map(i -> source.segments().get(i).segment()).toList();
  }

  /** The target segments of a rendition. */
  List<DocumentSegment> targetOf(Rendition rendition) {
    return rendition.target().stream().map(translation.segments()::get).toList();
  }

  /** What a rendition's target covers in the translated file; null if it has none. */
  @Nullable TextRange rangeOf(Rendition rendition) {
    if (rendition.target().isEmpty()) {
      return null;
    }
    List<DocumentSegment> segments = targetOf(rendition);
    return new TextRange(
        segments.get(0).range().start(), segments.get(segments.size() - 1).range().end());
  }

  /**
   * Whether nothing but text stands between two segments of the translation: no code, no formula,
   * no label.
   */
  boolean isOneStretch(int firstTarget, int lastTarget) {
    int first = translation.segments().get(firstTarget).block();
    int last = translation.segments().get(lastTarget).block();
    for (int block = first + 1; block < last; block++) {
      if (!translation.document().blocks().get(block).isTranslatable()) {
        return false;
      }
    }
    return true;
  }
}
