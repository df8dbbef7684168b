package org.amts.sync;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.amts.document.DocumentFormats;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.ExistingTranslation.Kept;
import org.amts.translate.LoadedDocument;
import org.amts.translate.WrittenDocument;
import org.jspecify.annotations.Nullable;

/** The section of the lock file for a document that was translated, or filled up. */
final class TranslatedSection {

  private final WrittenDocument written;
  private final @Nullable Baseline before;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<WrittenPart> parts = new ArrayList<>();
  private final Map<Piece, Answer> answers = new IdentityHashMap<>();

  /**
   * @param known what the lock file has for the document; null if nothing
   * @param minimumConfidence of an aligned bead that counts as a translation, 0..1
   */
  TranslatedSection(
      WrittenDocument written, @Nullable LockedDocument known, double minimumConfidence) {
    this.written = written;
    this.before = before(written, known, minimumConfidence);
  }

  private static @Nullable Baseline before(
      WrittenDocument written, @Nullable LockedDocument known, double minimumConfidence) {
    LoadedDocument loaded = written.loaded();
    if (loaded.translation() == null || written.alignment() == null) {
      return null;
    }
    Baseline adopted =
        Adoption.of(
            loaded.document(),
            loaded.source(),
            loaded.translation(),
            written.alignment(),
            minimumConfidence);
    return known == null ? adopted : RecalledStates.of(adopted, known);
  }

  LockedDocument section(String language) {
    List<DocumentSegment> segments = written.loaded().source().segments();
    for (int i = 0; i < segments.size(); ) {
      Kept kept = written.existing().of(segments.get(i).block());
      i += kept == null || before == null ? translated(segments.get(i)) : kept(i, kept, before);
    }
    DocumentPlan plan =
        new DocumentPlan(
            written.loaded().document(),
            written.loaded().source(),
            before,
            false,
            pieces,
            DocumentPlan.Additions.none());
    SectionWriter section = new SectionWriter(plan, answers, language);
    parts.forEach(section::add);
    return section.write(
        DocumentFormats.parse(written.loaded().document().translationName(), written.bytes()));
  }

  private int translated(DocumentSegment segment) {
    Piece piece = Piece.translate(segment);
    boolean isAnswered = written.answers().containsKey(segment.index());
    if (isAnswered) {
      answers.put(piece, Answer.of(written.answers().get(segment.index()), written.engine()));
    }
    boolean isDone = isAnswered && answers.get(piece).isUsable();
    add(piece, written.placeOf(segment.range().start()), isDone);
    return 1;
  }

  /** A rendition of the earlier translation; how many segments of the source it renders. */
  private int kept(int first, Kept kept, Baseline base) {
    SegmentedDocument source = written.loaded().source();
    Rendition rendition = base.renditions().get(base.renditionOf(first));
    List<DocumentSegment> rendered = new ArrayList<>();
    for (int i = first; rendition.source().contains(i); i++) {
      DocumentSegment segment = source.segments().get(i);
      if (written.existing().of(segment.block()) == null) {
        break; // the aligner was not sure of this one, and it is translated
      }
      rendered.add(segment);
    }
    int place = written.placeOf(kept.range().start());
    if (rendition.target().isEmpty()) {
      add(new Piece(rendered, Action.LEAVE_OUT, base, rendition, null, null), place, true);
    } else {
      int inOrigin = base.rangeOf(rendition).start() - kept.origin().start();
      add(
          new Piece(rendered, Action.KEEP, base, rendition, null, null),
          place + Math.max(0, inOrigin),
          true);
    }
    return rendered.size();
  }

  private void add(Piece piece, int place, boolean isDone) {
    pieces.add(piece);
    parts.add(WrittenPart.of(piece, place, isDone));
  }
}
