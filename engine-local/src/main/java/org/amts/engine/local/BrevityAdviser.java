package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Prefers short answers: of those that beam search finds, and the first one, the shortest that is
 * about as likely as the likeliest. Whatever else is known comes from another adviser. Safe for use
 * by many threads.
 */
final class BrevityAdviser extends RevisingAdviser {

  private static final int BEAM = 4;

  /**
   * How much less likely than the likeliest an answer may be, in {@link BeamDecoder.Found#value}.
   */
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
    List<Part> answered =
        decoded.stream().map(Decoded::part).filter(part -> part.answer() != null).toList();
    List<Callable<Void>> revisions = new ArrayList<>();
    for (List<Part> batch : decoder.batches(answered, beam)) {
      revisions.add(() -> decoder.withState(batch.get(0), state -> shorten(state, batch)));
    }
    decoder.runAll(revisions);
  }

  private @Nullable Void shorten(DecoderState state, List<Part> batch) {
    List<DecodingTask> tasks =
        batch.stream().map(part -> DecodingTask.of(part, model.description(), List.of())).toList();
    List<List<BeamDecoder.Found>> found = beam.search(state, tasks);
    for (int i = 0; i < batch.size(); i++) {
      shorten(state, batch.get(i), found.get(i));
    }
    return null;
  }

  private void shorten(DecoderState state, Part part, List<BeamDecoder.Found> found) {
    Hypothesis first = Objects.requireNonNull(part.hypothesis());
    double least = Math.max(value(state, part, first, found), found.get(0).value()) - MARGIN;
    String shortest = Objects.requireNonNull(part.answer());
    Hypothesis said = first;
    for (BeamDecoder.Found other : found) {
      String text =
          other.value() < least
              ? shortest
              : check
                  .first(part.input(), part.repetitions(), List.of(other.hypothesis()))
                  .text()
                  .orElse(shortest);
      if (text.length() < shortest.length()) {
        shortest = text;
        said = other.hypothesis();
      }
    }
    if (said != first) {
      part.settle(shortest, said, part.isRetried());
    }
  }

  /** How likely an answer is: as the search found it, or as the network reads it. */
  private double value(
      DecoderState state, Part part, Hypothesis answer, List<BeamDecoder.Found> found) {
    return found.stream()
        .filter(other -> Arrays.equals(other.hypothesis().tokens(), answer.tokens()))
        .mapToDouble(BeamDecoder.Found::value)
        .findFirst()
        .orElseGet(() -> reader.scores(state, part.input().ids(), List.of(answer.tokens()))[0]);
  }
}
