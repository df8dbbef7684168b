package org.amts.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.amts.translate.TargetStyle;
import org.jspecify.annotations.Nullable;

/** Gets the engine's answers for all pieces of a plan that need them. For one run. */
final class EngineWork {

  private final LanguagePair pair;
  private final TargetStyle style;
  private final Supplier<AdaptedEngine> engine;
  private final AnswerCache cache;
  private final IntConsumer progress;
  private @Nullable AdaptedEngine opened;

  /**
   * @param engine opened only if there is anything to ask
   * @param progress told how many more segments are done
   */
  EngineWork(
      LanguagePair pair,
      TargetStyle style,
      Supplier<AdaptedEngine> engine,
      AnswerCache cache,
      IntConsumer progress) {
    this.pair = pair;
    this.style = style;
    this.engine = engine;
    this.cache = cache;
    this.progress = progress;
  }

  Map<Piece, Answer> answers(SyncPlan plan) throws IOException {
    List<Piece> translations = new ArrayList<>();
    List<Piece> repairs = new ArrayList<>();
    for (DocumentPlan document : plan.documents()) {
      for (Piece piece : document.pieces()) {
        if (piece.action() == Action.TRANSLATE) {
          translations.add(piece);
        } else if (piece.action() == Action.REPAIR) {
          repairs.add(piece);
        }
      }
    }
    Map<Piece, Answer> answers = new IdentityHashMap<>();
    if (!translations.isEmpty() || !repairs.isEmpty()) {
      opened = engine.get();
      inParts(repairs, answers);
      inParts(translations, answers);
    }
    return answers;
  }

  private void inParts(List<Piece> pieces, Map<Piece, Answer> answers) throws IOException {
    int atATime = opened.segmentsAtATime();
    for (int from = 0; from < pieces.size(); from += atATime) {
      ask(pieces.subList(from, Math.min(pieces.size() - from, atATime) + from), answers);
    }
  }

  private void ask(List<Piece> pieces, Map<Piece, Answer> answers) throws IOException {
    String identity = opened.identity();
    List<Piece> open = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (Piece piece : pieces) {
      String request = request(identity, piece);
      Translation known = cache.find(request);
      if (known == null) {
        open.add(piece);
        requests.add(request);
      } else {
        answers.put(piece, Answer.of(known, identity));
        progress.accept(1);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    List<Translation> translations =
        open.get(0).action() == Action.REPAIR
            ? repairs(open)
            : opened.translate(
                pair, open.stream().map(piece -> style.prepare(source(piece))).toList(), progress);
    cache.keep(requests, translations);
    for (int i = 0; i < open.size(); i++) {
      answers.put(open.get(i), Answer.of(translations.get(i), identity));
    }
  }

  private List<Translation> repairs(List<Piece> pieces) {
    List<Revision> revisions = pieces.stream().map(piece -> piece.revision().revision()).toList();
    List<Translation> answers = opened.revise(revisions, progress);
    List<Translation> checked = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Translation answer = answers.get(i);
      String before = revisions.get(i).before().target();
      checked.add(
          RepairCheck.keepsTheRest(before, answer.text(), pieces.get(i).edit())
              ? answer
              : new Translation(before, Translation.Outcome.FAILED));
    }
    return checked;
  }

  private Segment source(Piece piece) {
    return piece.source(pair.source());
  }

  /** All that an answer depends on. */
  private String request(String identity, Piece piece) {
    String text = identity + "\n" + pair + "\n" + source(piece).expanded();
    if (piece.action() != Action.REPAIR) {
      return text + "\n" + style.prepare(source(piece)).text();
    }
    Revision revision = piece.revision().revision();
    return text
        + "\n"
        + revision.before().source().expanded()
        + "\n"
        + revision.before().source().expand(revision.before().target());
  }
}
