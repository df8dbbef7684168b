package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Prefers short answers: of those that beam search finds, and the first one, the shortest that is
 * about as likely as the likeliest. Whatever else is known comes from another adviser. Safe for use
 * by many threads.
 */
final class BrevityAdviser extends RevisingAdviser {

  private static final int BEAM = 4;

  /** How much less likely than the likeliest an answer may be, in {@link AnswerReader#scores}. */
  private static final double MARGIN = 0.1;

  private final Model model;
  private final PartDecoder decoder;
  private final BeamDecoder beam;
  private final AnswerCheck check;
  private final AnswerReader reader;

  /**
   * @param other what else is known
   */
  BrevityAdviser(Adviser other, Model model, PartDecoder decoder) {
    super(other);
    this.model = model;
    this.decoder = decoder;
    beam = new BeamDecoder(model.description(), BEAM);
    check = new AnswerCheck(model.codec());
    reader = new AnswerReader(model.description());
  }

  @Override
  void improve(List<Decoded> decoded) {
    List<Callable<Void>> revisions = new ArrayList<>();
    for (Decoded text : decoded) {
      if (text.part().answer() != null) {
        revisions.add(
            () -> {
              decoder.withState(text.part(), state -> shorten(state, text.part()));
              return null;
            });
      }
    }
    decoder.runAll(revisions);
  }

  private Void shorten(DecoderState state, Part part) {
    List<String> texts = new ArrayList<>();
    List<Hypothesis> answers = new ArrayList<>();
    texts.add(Objects.requireNonNull(part.answer()));
    answers.add(Objects.requireNonNull(part.hypothesis()));
    DecodingTask task = DecodingTask.of(part, model.description(), List.of());
    for (Hypothesis hypothesis : beam.decode(state, List.of(task)).get(0)) {
      check
          .first(part.input(), part.repetitions(), List.of(hypothesis))
          .text()
          .ifPresent(
              text -> {
                texts.add(text);
                answers.add(hypothesis);
              });
    }
    double[] scores =
        reader.scores(state, part.input().ids(), answers.stream().map(Hypothesis::tokens).toList());
    double least = scores[0];
    for (double score : scores) {
      least = Math.max(least, score);
    }
    least -= MARGIN;
    int shortest = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] >= least && texts.get(i).length() < texts.get(shortest).length()) {
        shortest = i;
      }
    }
    if (shortest > 0) {
      part.settle(texts.get(shortest), answers.get(shortest), part.isRetried());
    }
    return null;
  }
}
