package org.amts.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.amts.align.Bead;
import org.amts.align.SentenceAligner;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.TextRange;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is done for the segments of new documents, from where each of them comes. Used for
 * all documents of a run, so that no translation is repaired twice; not safe for use by several
 * threads.
 */
final class DocumentPlanner {

  /** An edited sentence that has less in common with the older one is translated instead. */
  private static final double REPAIRABLE = 0.45;

  private final List<Baseline> olds;
  // Renditions of different documents may be equal; which one is meant is a matter of identity.
  private final Set<Rendition> referenced = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Rendition> repaired = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<String, Located> translated = new HashMap<>();

  private record Located(Baseline base, Rendition rendition) {}

  DocumentPlanner(List<Baseline> olds) {
    this.olds = olds;
    for (Baseline base : olds) {
      for (Rendition rendition : base.renditions()) {
        boolean usable =
            rendition.source().size() == 1
                && !rendition.target().isEmpty()
                && rendition.was().isEmpty();
        if (usable) {
          translated.putIfAbsent(
              SegmentHash.of(base.sourceOf(rendition).get(0)), new Located(base, rendition));
        }
      }
    }
  }

  /** Whether any piece makes use of a rendition. Valid when all documents are planned. */
  boolean isReferenced(Rendition rendition) {
    return referenced.contains(rendition);
  }

  /**
   * Makes the pieces of a document.
   *
   * @param source the new source
   * @param matches where its segments come from
   * @param base what the document continues; null if nothing
   */
  List<Piece> pieces(SegmentedDocument source, @Nullable Match[] matches, @Nullable Baseline base) {
    Map<Integer, Piece> byHand = base == null ? Map.of() : new ByHand(source, matches, base).find();
    List<Piece> pieces = new ArrayList<>();
    List<DocumentSegment> segments = source.segments();
    int next = 0;
    while (next < segments.size()) {
      Piece piece = byHand.get(next);
      if (piece == null) {
        piece = piece(source, matches, next);
      }
      if (piece.rendition() != null && piece.action() != Action.TRANSLATE) {
        referenced.add(piece.rendition());
      }
      pieces.add(piece);
      next += piece.segments().size();
    }
    return withoutEmptyBlocks(pieces);
  }

  private Piece piece(SegmentedDocument source, @Nullable Match[] matches, int at) {
    Piece piece = matchedPiece(source, matches, at);
    Located same = translated.get(SegmentHash.of(piece.first().segment()));
    if (piece.action() != Action.TRANSLATE || same == null) {
      return piece;
    }
    // What it was matched with is not translated, but an equal sentence elsewhere is.
    return new Piece(
        List.of(piece.first()), Action.MOVE, same.base(), same.rendition(), null, null);
  }

  private Piece matchedPiece(SegmentedDocument source, @Nullable Match[] matches, int at) {
    DocumentSegment segment = source.segments().get(at);
    Match match = matches[at];
    if (match == null) {
      return Piece.translate(segment);
    }
    Baseline base = olds.get(match.document());
    int index = base.renditionOf(match.segment());
    if (index < 0 || base.renditions().get(index).isMissing()) {
      return Piece.translate(segment);
    }
    Rendition rendition = base.renditions().get(index);
    if (match.kind() == Match.Kind.REWRITTEN && rendition.source().size() == 1) {
      Edit edit = Edit.between(base.sourceOf(rendition).get(0), segment.segment());
      return new Piece(List.of(segment), Action.TRANSLATE, base, rendition, edit, null);
    }
    return whole(source, matches, at, base, rendition)
        .orElseGet(() -> edited(source, matches, at, base, rendition));
  }

  /** All the sources of the rendition, unchanged and together. */
  private static Optional<Piece> whole(
      SegmentedDocument source,
      @Nullable Match[] matches,
      int at,
      Baseline base,
      Rendition rendition) {
    int size = rendition.source().size();
    if (at + size > matches.length) {
      return Optional.empty();
    }
    boolean moved = false;
    for (int i = 0; i < size; i++) {
      Match match = matches[at + i];
      if (match == null
          || !match.isEqual()
          || match.segment() != rendition.source().get(0) + i
          || match.document() != matches[at].document()) {
        return Optional.empty();
      }
      moved |= match.kind() == Match.Kind.MOVED;
    }
    List<DocumentSegment> segments = source.segments().subList(at, at + size);
    if (hasOtherBlocksBetween(source, segments.get(0).block(), segments.get(size - 1).block())) {
      return Optional.empty();
    }
    Action action = moved ? Action.MOVE : Action.KEEP;
    if (rendition.isLeftOut()) {
      action = Action.LEAVE_OUT;
    } else if (!rendition.was().isEmpty()) {
      action = Action.CONFLICT;
    }
    return Optional.of(new Piece(segments, action, base, rendition, null, null));
  }

  static boolean hasOtherBlocksBetween(SegmentedDocument document, int first, int last) {
    for (int block = first + 1; block < last; block++) {
      if (!document.document().blocks().get(block).isTranslatable()) {
        return true;
      }
    }
    return false;
  }

  private Piece edited(
      SegmentedDocument source,
      @Nullable Match[] matches,
      int at,
      Baseline base,
      Rendition rendition) {
    int end = endOfGroup(source, matches, at, rendition);
    List<DocumentSegment> segments = source.segments().subList(at, end);
    String language = source.language();
    Segment before = JoinedSegment.of(base.sourceOf(rendition), language);
    Segment after =
        JoinedSegment.of(segments.stream().map(DocumentSegment::segment).toList(), language);
    Edit edit = Edit.between(before, after);
    if (rendition.isLeftOut()) {
      boolean words = edit.kind() == EditClass.WORDING || edit.kind() == EditClass.MEANING;
      return words
          ? new Piece(segments.subList(0, 1), Action.TRANSLATE, base, rendition, edit, null)
          : new Piece(segments, Action.LEAVE_OUT, base, rendition, edit, null);
    }
    if (!rendition.was().isEmpty() || rendition.changedByPerson()) {
      return new Piece(segments, Action.CONFLICT, base, rendition, edit, null);
    }
    if (edit.kind() == EditClass.CODE || edit.kind() == EditClass.MARKUP) {
      Optional<String> patched = MechanicalPatch.patch(before, after, base, rendition);
      if (patched.isPresent() || MechanicalPatch.sameShape(before, after)) {
        return new Piece(segments, Action.PATCH, base, rendition, edit, patched.orElse(null));
      }
    }
    // Sentences that were translated together with others, which are gone, are never so different.
    boolean isLeft =
        segments.stream().allMatch(s -> matches[s.index()] != null && matches[s.index()].isEqual());
    if ((edit.similarity() < REPAIRABLE && !isLeft) || !repaired.add(rendition)) {
      return new Piece(segments.subList(0, 1), Action.TRANSLATE, base, rendition, edit, null);
    }
    return new Piece(segments, Action.REPAIR, base, rendition, edit, null);
  }

  /** The end of the segments of one block that come from one rendition, with new ones between. */
  private int endOfGroup(
      SegmentedDocument source, @Nullable Match[] matches, int at, Rendition rendition) {
    int end = at + 1;
    int last = matches[at].segment();
    for (int i = at + 1; i < matches.length; i++) {
      Match match = matches[i];
      if (source.segments().get(i).block() != source.segments().get(at).block()) {
        break;
      }
      if (match == null) {
        continue; // belongs to the group if another of its segments follows
      }
      if (match.document() != matches[at].document()
          || match.segment() <= last
          || !rendition.source().contains(match.segment())) {
        break;
      }
      last = match.segment();
      end = i + 1;
    }
    return end;
  }

  /** A block of which nothing is left but what the translators left out has to be translated. */
  private Piece filled(DocumentSegment segment) {
    Located same = translated.get(SegmentHash.of(segment.segment()));
    return same == null
        ? Piece.translate(segment)
        : new Piece(List.of(segment), Action.MOVE, same.base(), same.rendition(), null, null);
  }

  private List<Piece> withoutEmptyBlocks(List<Piece> pieces) {
    Map<Integer, Boolean> hasText = new HashMap<>();
    for (Piece piece : pieces) {
      for (DocumentSegment segment : piece.segments()) {
        hasText.merge(segment.block(), piece.action() != Action.LEAVE_OUT, Boolean::logicalOr);
      }
    }
    List<Piece> filled = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean empty =
          piece.action() == Action.LEAVE_OUT
              && piece.segments().stream().anyMatch(s -> !hasText.get(s.block()));
      if (empty) {
        piece.segments().forEach(segment -> filled.add(filled(segment)));
      } else {
        filled.add(piece);
      }
    }
    return filled;
  }

  /**
   * Finds a place in the new document for text that renders nothing of its source, beside the
   * rendition that it stood beside, and for blocks of the translators' own.
   */
  DocumentPlan.Additions additions(SegmentedDocument source, List<Piece> pieces, Baseline base) {
    OwnBlocks blocks = new OwnBlocks(source, base, pieces);
    DocumentPlan.Additions additions = DocumentPlan.Additions.of(blocks.added(), blocks.kept());
    referenced.addAll(additions.placed());
    Map<Rendition, Piece> pieceOf = new IdentityHashMap<>();
    for (Piece piece : pieces) {
      if (piece.base() == base && piece.rendition() != null && piece.isTranslated()) {
        pieceOf.put(piece.rendition(), piece);
      }
    }
    List<Rendition> all = base.renditions();
    for (int i = 0; i < all.size(); i++) {
      if (!isAddition(all.get(i))) {
        continue;
      }
      int end = i + 1;
      while (end < all.size() && isAddition(all.get(end))) {
        end++;
      }
      List<Rendition> run = all.subList(i, end);
      Piece left = neighbour(all, i - 1, -1, pieceOf);
      Piece right = neighbour(all, end, 1, pieceOf);
      if (!areWholeRows(base, run)) {
        additions.lost().addAll(run);
      } else if (left != null && isOneStretch(base, left.rendition(), run.get(run.size() - 1))) {
        additions.after().put(left, run);
      } else if (right != null && isOneStretch(base, run.get(0), right.rendition())) {
        additions.before().put(right, run);
      } else {
        additions.lost().addAll(run);
      }
      i = end - 1;
    }
    referenced.addAll(additions.placed());
    return additions;
  }

  /** Whether text stands outside of tables, or is all of one or several rows. */
  private static boolean areWholeRows(Baseline base, List<Rendition> run) {
    Document translation = base.translation().document();
    int first = base.targetOf(run.get(0)).get(0).block();
    List<DocumentSegment> end = base.targetOf(run.get(run.size() - 1));
    int last = end.get(end.size() - 1).block();
    return !goesOnInRow(translation, first) && !goesOnInRow(translation, last + 1);
  }

  /** Whether a block is a table's cell behind another one of its row. */
  private static boolean goesOnInRow(Document document, int block) {
    List<Block> blocks = document.blocks();
    if (block == 0
        || block == blocks.size()
        || blocks.get(block).kind() != BlockKind.TABLE_CELL
        || blocks.get(block - 1).kind() != BlockKind.TABLE_CELL) {
      return false;
    }
    TextRange between =
        new TextRange(blocks.get(block - 1).range().end(), blocks.get(block).range().start());
    return between.of(document.text()).indexOf('\n') < 0;
  }

  /** Whether a rendition has text but no place of its own in the new source. */
  private boolean isAddition(Rendition rendition) {
    return !rendition.target().isEmpty()
        && !referenced.contains(rendition)
        && (rendition.source().isEmpty() || rendition.changedByPerson());
  }

  private static @Nullable Piece neighbour(
      List<Rendition> all, int from, int step, Map<Rendition, Piece> pieceOf) {
    for (int i = from; i >= 0 && i < all.size(); i += step) {
      if (!all.get(i).target().isEmpty()) {
        return pieceOf.get(all.get(i));
      }
    }
    return null;
  }

  private static boolean isOneStretch(
      Baseline base, @Nullable Rendition first, @Nullable Rendition last) {
    return first != null
        && last != null
        && base.isOneStretch(first.target().get(0), last.target().get(last.target().size() - 1));
  }

  /** Finds what a person has already translated of the new text, before this synchronisation. */
  private final class ByHand {

    private final SegmentedDocument source;
    private final @Nullable Match[] matches;
    private final Baseline base;
    private final Map<Integer, Piece> found = new HashMap<>();

    ByHand(SegmentedDocument source, @Nullable Match[] matches, Baseline base) {
      this.source = source;
      this.matches = matches;
      this.base = base;
    }

    /** Pieces by the index of their first segment. */
    Map<Integer, Piece> find() {
      Map<Integer, Integer> newPlace = new HashMap<>();
      for (int i = 0; i < matches.length; i++) {
        Match match = matches[i];
        if (match != null && match.isEqual() && olds.get(match.document()) == base) {
          newPlace.putIfAbsent(base.renditionOf(match.segment()), i);
        }
      }
      List<Rendition> all = base.renditions();
      for (int i = 0; i < all.size(); i++) {
        if (!isInserted(all.get(i))) {
          continue;
        }
        int end = i + 1;
        while (end < all.size() && isInserted(all.get(end))) {
          end++;
        }
        if (pair(openSegments(newPlace, i, end), all.subList(i, end))) {
          referenced.addAll(all.subList(i, end));
        }
        i = end - 1;
      }
      return found;
    }

    private boolean isInserted(Rendition rendition) {
      return rendition.source().isEmpty() && rendition.changedByPerson();
    }

    /** New segments between the new places of an insertion's neighbours. */
    private List<Integer> openSegments(Map<Integer, Integer> newPlace, int first, int end) {
      Integer left = null;
      for (int i = first - 1; i >= 0 && left == null; i--) {
        left = newPlace.get(i);
      }
      Integer right = null;
      for (int i = end; i < base.renditions().size() && right == null; i++) {
        right = newPlace.get(i);
      }
      List<Integer> open = new ArrayList<>();
      for (int i = left == null ? 0 : left; i < (right == null ? matches.length : right); i++) {
        if (matches[i] == null) {
          open.add(i);
        }
      }
      boolean inOneRow = open.isEmpty() || open.get(open.size() - 1) - open.get(0) < open.size();
      return inOneRow ? open : List.of();
    }

    /** Whether any of the inserted text was found to translate any of the new. */
    private boolean pair(List<Integer> open, List<Rendition> run) {
      List<Integer> inserted = run.stream().flatMap(r -> r.target().stream()).toList();
      List<Bead> beads = beads(open, inserted);
      int next = 0;
      for (Bead bead : beads) {
        List<DocumentSegment> segments =
            bead.source().stream().map(i -> source.segments().get(open.get(i))).toList();
        // What the aligner gives to nothing belongs to the pair after it, or to the last one.
        boolean last = bead == beads.get(beads.size() - 1);
        int end = last ? inserted.size() : bead.target().get(bead.target().size() - 1) + 1;
        Rendition rendition = Rendition.byPerson(List.of(), inserted.subList(next, end), true);
        found.put(
            segments.get(0).index(), new Piece(segments, Action.KEEP, base, rendition, null, null));
        next = end;
      }
      return next > 0;
    }

    private List<Bead> beads(List<Integer> open, List<Integer> inserted) {
      if (open.isEmpty()) {
        return List.of();
      }
      if (open.size() == inserted.size()) {
        return IntStream.range(0, open.size())
            .mapToObj(i -> new Bead(List.of(i), List.of(i), 1))
            .toList();
      }
      List<String> from =
          open.stream().map(i -> source.segments().get(i).segment().expanded()).toList();
      List<String> into =
          inserted.stream()
              .map(i -> base.translation().segments().get(i).segment().expanded())
              .toList();
      return new SentenceAligner().align(from, into).pairs(0);
    }
  }
}
