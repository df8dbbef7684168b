package org.amts.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.Flag;

/** What a person must look at in a document that was synchronised. */
final class Flags {

  private Flags() {}

  static List<Flag> of(DocumentPlan plan, Map<Piece, Answer> answers, List<Piece> broken) {
    List<Flag> flags = new ArrayList<>();
    for (Piece piece : plan.pieces()) {
      Answer answer = answers.get(piece);
      if (piece.action() == Action.CONFLICT) {
        flags.add(
            flag(
                plan,
                piece,
                "conflict, left as it is: the source has changed, and a person has changed its"
                    + " translation"));
        DocumentSegment target = piece.base().targetOf(piece.rendition()).get(0);
        flags.add(flag(piece.base().translation(), target, "the translation of the above"));
      } else if (piece.action() == Action.PATCH && piece.patched() == null) {
        flags.add(
            flag(
                plan, piece, "left as it is: the translation does not have the span that changed"));
      } else if (broken.contains(piece)) {
        flags.add(flag(plan, piece, "left as it is: the engine's text would break the page"));
      } else if (piece.action().needsEngine() && (answer == null || !answer.isUsable())) {
        flags.add(
            flag(
                plan,
                piece,
                "left as it is: the engine failed on it, or changed more than the edit"));
      }
    }
    for (Rendition lost : plan.additions().lost()) {
      Baseline base = plan.base();
      if (base != null) {
        flags.add(
            flag(
                base.translation(),
                base.targetOf(lost).get(0),
                "left out: the source has nothing like it"));
      }
    }
    return flags;
  }

  private static Flag flag(DocumentPlan plan, Piece piece, String reason) {
    return flag(plan.source(), piece.first(), reason);
  }

  private static Flag flag(SegmentedDocument in, DocumentSegment segment, String reason) {
    return new Flag(
        in.document().name(),
        in.document().source().lineOf(segment.range().start()),
        reason,
        segment.segment().expanded());
  }
}
