package org.amts.sync;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amts.document.Replacement;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.BookDocument;
import org.jspecify.annotations.Nullable;

/** What is done for one document of the new source. Immutable. */
public final class DocumentPlan {

  private final BookDocument document;
  private final SegmentedDocument source;
  private final @Nullable Baseline base;
  private final boolean keepsFile;
  private final List<Piece> pieces;
  private final Additions additions;
  private final List<SegmentChange> changes;

  /**
   * @param base what the translation was made from; null if there is no translation at this place
   * @param keepsFile whether the translated file stays as it is, byte for byte
   * @param pieces cover the segments of the source, in order
   * @param additions text of the translators' own, and where it goes
   */
  DocumentPlan(
      BookDocument document,
      SegmentedDocument source,
      @Nullable Baseline base,
      boolean keepsFile,
      List<Piece> pieces,
      Additions additions) {
    this.document = document;
    this.source = source;
    this.base = base;
    this.keepsFile = keepsFile;
    this.pieces = List.copyOf(pieces);
    this.additions = additions;
    this.changes = this.pieces.stream().map(this::change).toList();
  }

  /** Which document. */
  public BookDocument document() {
    return document;
  }

  /** Whether the translated file stays as it is, byte for byte. */
  public boolean keepsFile() {
    return keepsFile;
  }

  /** What is done, in the order of the source. */
  public List<SegmentChange> changes() {
    return changes;
  }

  private SegmentChange change(Piece piece) {
    Baseline from = piece.base();
    Rendition rendition = piece.rendition();
    String before = "";
    String translation = "";
    if (from != null && rendition != null) {
      List<Segment> old = from.sourceOf(rendition);
      before = old.isEmpty() ? "" : JoinedSegment.of(old, from.source().language()).expanded();
      List<Segment> target =
          from.targetOf(rendition).stream().map(DocumentSegment::segment).toList();
      translation =
          target.isEmpty()
              ? ""
              : JoinedSegment.of(target, from.translation().language()).expanded();
    }
    return new SegmentChange(
        document.name(),
        source.document().source().lineOf(piece.first().range().start()),
        piece.action(),
        piece.segments().size(),
        piece.words(),
        piece.source(source.language()).expanded(),
        before,
        translation,
        piece.edit(),
        from == null ? "" : from.document().name());
  }

  SegmentedDocument source() {
    return source;
  }

  @Nullable Baseline base() {
    return base;
  }

  List<Piece> pieces() {
    return pieces;
  }

  Additions additions() {
    return additions;
  }

  /**
   * What renders nothing of the source: notes of the translators, or what is left of an edited
   * translation whose source is gone; and blocks that are the translators' own.
   *
   * @param before text by the piece that it stands before
   * @param after text by the piece that it stands after
   * @param lost text that has no place in the new document
   * @param blocks blocks that translators added, with the text among them
   * @param kept what is written in the place of blocks of the new source
   */
  record Additions(
      Map<Piece, List<Rendition>> before,
      Map<Piece, List<Rendition>> after,
      List<Rendition> lost,
      List<OwnRun> blocks,
      List<Replacement> kept) {

    static Additions none() {
      return of(List.of(), List.of());
    }

    /** Blocks, and no text so far. */
    static Additions of(List<OwnRun> blocks, List<Replacement> kept) {
      return new Additions(
          new IdentityHashMap<>(), new IdentityHashMap<>(), new ArrayList<>(), blocks, kept);
    }

    List<Rendition> placed() {
      Stream<List<Rendition>> text =
          Stream.concat(before.values().stream(), after.values().stream());
      return Stream.concat(text, blocks.stream().map(OwnRun::renditions))
          .flatMap(List::stream)
          .toList();
    }
  }
}
