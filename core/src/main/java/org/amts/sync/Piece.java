package org.amts.sync;

import java.util.List;
import java.util.stream.Collectors;
import org.amts.engine.OwnSpans;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.translate.DocumentStatus;
import org.jspecify.annotations.Nullable;

/**
 * Segments of the new source in a row, with what is done for them. Immutable.
 *
 * @param segments segments of the new source; of one block, unless their translation is kept
 * @param action what is done
 * @param base the document that their older version stands in; null if there is none
 * @param rendition what renders the older version; null if there is none
 * @param edit how the older version became the new one; null if they are equal, or if there is none
 * @param patched for {@link Action#PATCH} the translation's characters, patched; null if it does
 *     not have what has changed, and for other actions
 */
record Piece(
    List<DocumentSegment> segments,
    Action action,
    @Nullable Baseline base,
    @Nullable Rendition rendition,
    @Nullable Edit edit,
    @Nullable String patched) {

  Piece {
    segments = List.copyOf(segments);
  }

  static Piece translate(DocumentSegment segment) {
    return new Piece(List.of(segment), Action.TRANSLATE, null, null, null, null);
  }

  /** The same with another action. */
  Piece as(Action other) {
    return new Piece(segments, other, base, rendition, edit, patched);
  }

  DocumentSegment first() {
    return segments.get(0);
  }

  DocumentSegment last() {
    return segments.get(segments.size() - 1);
  }

  /** Whether the translation's characters are taken over as they are. */
  boolean isKept() {
    return action == Action.KEEP || action == Action.MOVE || action == Action.CONFLICT;
  }

  /** Whether it stands in the translation already, perhaps with other words. */
  boolean isTranslated() {
    return isKept() || action == Action.PATCH || action == Action.REPAIR;
  }

  /** The new source. */
  Segment source(String language) {
    return JoinedSegment.of(segments.stream().map(DocumentSegment::segment).toList(), language);
  }

  /** For {@link Action#REPAIR}: what the engine is asked. */
  OwnSpans revision() {
    String from = base.source().language();
    String into = base.translation().language();
    Segment before = JoinedSegment.of(base.sourceOf(rendition), from);
    Segment translation =
        JoinedSegment.of(
            base.targetOf(rendition).stream().map(DocumentSegment::segment).toList(), into);
    return OwnSpans.of(before, translation, source(from));
  }

  int words() {
    return segments.stream().mapToInt(s -> DocumentStatus.words(s.segment().text())).sum();
  }

  String text() {
    return segments.stream().map(s -> s.segment().expanded()).collect(Collectors.joining(" "));
  }
}
