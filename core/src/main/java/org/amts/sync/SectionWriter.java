package org.amts.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amts.document.Document;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;

/**
 * Makes the section of the lock file for a written document. What an entry's target is, is read
 * from the written file: two sentences may have become one there.
 */
final class SectionWriter {

  private final DocumentPlan plan;
  private final Map<Piece, Answer> answers;
  private final String language;
  private final List<WrittenPart> parts = new ArrayList<>();

  SectionWriter(DocumentPlan plan, Map<Piece, Answer> answers, String language) {
    this.plan = plan;
    this.answers = answers;
    this.language = language;
  }

  /** Adds a part of the document; in the order of the document. */
  void add(WrittenPart part) {
    parts.add(part);
  }

  /**
   * Makes the section.
   *
   * @param document the written file
   */
  LockedDocument write(Document document) {
    SegmentedDocument written = new Segmenter().segment(document, language);
    return new LockedDocument(
        language,
        plan.document().name(),
        ContentId.of(plan.source().document().source().bytes()),
        plan.document().translationName(),
        ContentId.of(document.source().bytes()),
        entries(targets(written)));
  }

  /** For each part, the hashes of the segments that begin in it. */
  private List<List<String>> targets(SegmentedDocument written) {
    List<List<String>> targets = new ArrayList<>();
    parts.forEach(part -> targets.add(new ArrayList<>()));
    int at = -1;
    int next = 0;
    for (DocumentSegment segment : written.segments()) {
      while (next < parts.size() && parts.get(next).start() <= segment.range().start()) {
        at = parts.get(next).isLeftOut() ? at : next;
        next++;
      }
      int owner = at < 0 ? firstWithText() : at;
      if (owner >= 0) {
        targets.get(owner).add(SegmentHash.of(segment.segment()));
      }
    }
    return targets;
  }

  private int firstWithText() {
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isLeftOut()) {
        return i;
      }
    }
    return -1;
  }

  private List<LockEntry> entries(List<List<String>> targets) {
    List<LockEntry> entries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      WrittenPart part = parts.get(i);
      List<String> sources =
          part.addition() != null
              ? List.of()
              : part.piece().segments().stream().map(s -> SegmentHash.of(s.segment())).toList();
      boolean hasNoText = targets.get(i).isEmpty() && !part.isLeftOut();
      if (sources.isEmpty() && hasNoText) {
        continue;
      }
      LockEntry entry = entry(part, sources, targets.get(i));
      LockEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
      if (hasNoText && last != null && !last.targets().isEmpty()) {
        // It reads on from the sentence before, or has no words of its own.
        entries.set(entries.size() - 1, joined(last, entry));
      } else {
        entries.add(hasNoText ? entry.approved() : entry);
      }
    }
    return entries;
  }

  private static LockEntry joined(LockEntry left, LockEntry right) {
    List<String> sources = new ArrayList<>(left.sources());
    sources.addAll(right.sources());
    List<String> was = new ArrayList<>(left.was());
    was.addAll(right.was());
    LockEntry stricter = left.origin() == Origin.HUMAN ? right : left;
    boolean review =
        left.state() == ReviewState.NEEDS_REVIEW || right.state() == ReviewState.NEEDS_REVIEW;
    return new LockEntry(
        sources,
        left.targets(),
        stricter.origin(),
        review ? ReviewState.NEEDS_REVIEW : ReviewState.APPROVED,
        stricter.engine(),
        was);
  }

  private LockEntry entry(WrittenPart part, List<String> sources, List<String> targets) {
    Piece piece = part.piece();
    if (part.addition() != null) {
      return asItWas(part.addition(), piece.base(), sources, targets, part.addition().state());
    }
    Rendition rendition = piece.rendition();
    return switch (piece.action()) {
      case PATCH ->
          piece.patched() == null
              ? asItWas(rendition, piece.base(), sources, targets, ReviewState.NEEDS_REVIEW)
              : new LockEntry(
                  sources,
                  targets,
                  rendition.origin(),
                  rendition.state(),
                  rendition.engine(),
                  rendition.was());
      case KEEP, MOVE ->
          new LockEntry(
              sources,
              targets,
              rendition.origin(),
              rendition.state(),
              rendition.engine(),
              rendition.was());
      case CONFLICT -> asItWas(rendition, piece.base(), sources, targets, ReviewState.NEEDS_REVIEW);
      case LEAVE_OUT -> LockEntry.byPerson(sources, targets);
      case REPAIR ->
          part.isDone()
              ? fromEngine(piece, sources, targets, Origin.REPAIRED)
              : asItWas(rendition, piece.base(), sources, targets, ReviewState.NEEDS_REVIEW);
      case TRANSLATE ->
          part.isDone()
              ? fromEngine(
                  piece, sources, targets, origin(answers.get(piece).translation().outcome()))
              : new LockEntry(
                  sources, targets, Origin.COPIED, ReviewState.NEEDS_REVIEW, "", List.of());
    };
  }

  private LockEntry fromEngine(
      Piece piece, List<String> sources, List<String> targets, Origin origin) {
    return new LockEntry(
        sources, targets, origin, ReviewState.NEEDS_REVIEW, answers.get(piece).engine(), List.of());
  }

  /** The translation stands as it stood, and renders what it rendered. */
  private static LockEntry asItWas(
      Rendition rendition,
      Baseline base,
      List<String> sources,
      List<String> targets,
      ReviewState state) {
    List<String> was =
        rendition.was().isEmpty()
            ? base.sourceOf(rendition).stream().map(Segment::expanded).toList()
            : rendition.was();
    return new LockEntry(sources, targets, rendition.origin(), state, rendition.engine(), was);
  }

  private static Origin origin(Translation.Outcome outcome) {
    return switch (outcome) {
      case MATCHED, ADAPTED -> Origin.ADAPTED;
      case TRANSLATED, RETRIED -> Origin.MACHINE;
      case COPIED, FAILED -> Origin.COPIED;
    };
  }
}
