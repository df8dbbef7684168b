package org.amts.sync;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.amts.document.DocumentFormats;
import org.amts.engine.Translation;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.WrittenDocument;

/** Makes the section of the lock file for a document that an engine has translated. */
final class TranslatedSection {

  private TranslatedSection() {}

  static LockedDocument of(WrittenDocument written, String language) {
    SegmentedDocument source = written.loaded().source();
    List<Piece> pieces = new ArrayList<>();
    Map<Piece, Answer> answers = new IdentityHashMap<>();
    List<WrittenPart> parts = new ArrayList<>();
    for (DocumentSegment segment : source.segments()) {
      Piece piece = Piece.translate(segment);
      Translation translation = written.answers().get(segment.index());
      Answer answer = translation == null ? null : Answer.of(translation, written.engine());
      if (answer != null) {
        answers.put(piece, answer);
      }
      pieces.add(piece);
      parts.add(
          WrittenPart.of(
              piece,
              written.placeOf(segment.range().start()),
              answer != null && answer.isUsable()));
    }
    DocumentPlan plan =
        new DocumentPlan(
            written.loaded().document(),
            source,
            null,
            false,
            pieces,
            DocumentPlan.Additions.none());
    SectionWriter section = new SectionWriter(plan, answers, language);
    parts.forEach(section::add);
    return section.write(
        DocumentFormats.parse(written.loaded().document().translationName(), written.bytes()));
  }
}
