package org.amts.engine.local;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Lets the network read answers that are there, in one pass each: what it would have said at every
 * place, and how likely it finds them. Immutable.
 */
final class AnswerReader {

  private final ModelDescription model;

  AnswerReader(ModelDescription model) {
    this.model = model;
  }

  /** Receives what the network said. */
  @FunctionalInterface
  interface Listener {

    /**
     * Takes the logits of one place.
     *
     * @param answer index of the answer
     * @param place of the next token, from 0; the answer's length is that of the end of sentence
     * @param logits overwritten after the call
     */
    void said(int answer, int place, float[] logits);
  }

  /**
   * Reads answers to one source.
   *
   * @param source the source's pieces as for decoding
   * @param answers their tokens, at least one answer
   */
  void read(DecoderState state, int[] source, List<int[]> answers, Listener listener) {
    ModelDescription.Tokens special = model.tokens();
    state.begin(
        Collections.nCopies(answers.size(), source),
        Batches.paddedLength(source.length),
        special.pad());
    int[][] fed = new int[answers.size()][];
    for (int i = 0; i < fed.length; i++) {
      int[] answer = answers.get(i);
      fed[i] = new int[answer.length + 1];
      fed[i][0] = special.start();
      System.arraycopy(answer, 0, fed[i], 1, answer.length);
    }
    state.feed(fed);
    float[] logits = new float[model.network().vocabulary()];
    for (int i = 0; i < fed.length; i++) {
      for (int place = 0; place < fed[i].length; place++) {
        state.logits(i, place, logits);
        listener.said(i, place, logits);
      }
    }
  }

  /**
   * How likely answers are: the sum of their tokens' log-probabilities, the end of sentence
   * included, divided by their length to the power of {@value BeamDecoder#LENGTH_PENALTY}.
   */
  double[] scores(DecoderState state, int[] source, List<int[]> answers) {
    double[] scores = logProbabilities(state, source, answers);
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= Math.pow(Math.max(1, answers.get(i).length), BeamDecoder.LENGTH_PENALTY);
    }
    return scores;
  }

  /** The logarithms, in nats, of the probabilities of answers, the end of sentence included. */
  double[] logProbabilities(DecoderState state, int[] source, List<int[]> answers) {
    double[] sums = new double[answers.size()];
    read(
        state,
        source,
        answers,
        (answer, place, logits) -> {
          int[] tokens = answers.get(answer);
          int next = place < tokens.length ? tokens[place] : model.tokens().end();
          sums[answer] += logits[next] - LogSoftmax.normalizer(logits);
        });
    return sums;
  }

  /**
   * By how many nats another answer to a part is likelier than the one that it has; negative if it
   * is less likely. Neighbours are not counted in.
   *
   * @param state of the network that the part is decoded with
   */
  double advantage(DecoderState state, Part part, Hypothesis other) {
    int[] present = Objects.requireNonNull(part.hypothesis()).tokens();
    double[] both = logProbabilities(state, part.input().ids(), List.of(present, other.tokens()));
    return both[1] - both[0];
  }
}
