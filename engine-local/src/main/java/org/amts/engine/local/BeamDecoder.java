package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Beam search. A hypothesis's score is the sum of its tokens' log-probabilities. At each step the
 * best {@code 2 * beam} continuations of a sentence are looked at in order: an end of sentence
 * closes its hypothesis, the first {@code beam} others stay open. A closed hypothesis counts by its
 * score divided by its length to the power of {@value #LENGTH_PENALTY}; a sentence is done when
 * {@code beam} hypotheses are closed and the best open one could not win at any length.
 */
final class BeamDecoder implements Decoder {

  static final double LENGTH_PENALTY = 0.6;

  private final ModelDescription model;
  private final int beam;

  BeamDecoder(ModelDescription model, int beam) {
    this.model = model;
    this.beam = beam;
  }

  /** A hypothesis, with its row in the batch. */
  private record Open(double score, TokenSequence tokens, int row) {}

  private record Closed(double value, int[] tokens) {}

  /**
   * An answer and how likely it is.
   *
   * @param hypothesis the answer
   * @param value the sum of its tokens' log-probabilities, neighbours and rules counted in, divided
   *     by its length to the power of {@value #LENGTH_PENALTY}; negative infinity if it did not end
   */
  record Found(Hypothesis hypothesis, double value) {}

  private record Continuation(double score, Open from, int token) {}

  @Override
  public int rowsPerSentence() {
    return beam;
  }

  @Override
  public List<List<Hypothesis>> decode(DecoderState state, List<DecodingTask> tasks) {
    return search(state, tasks).stream()
        .map(found -> found.stream().map(Found::hypothesis).toList())
        .toList();
  }

  /** Decodes a batch as {@link #decode} does. */
  List<List<Found>> search(DecoderState state, List<DecodingTask> tasks) {
    Batches.begin(state, tasks, model.tokens().pad());
    float[] logits = new float[model.network().vocabulary()];
    List<Search> searches = new ArrayList<>();
    for (int row = 0; row < tasks.size(); row++) {
      searches.add(new Search(tasks.get(row), row));
    }
    int[] tokens = new int[tasks.size()];
    Arrays.fill(tokens, model.tokens().start());
    while (true) {
      state.step(tokens);
      List<Open> open = new ArrayList<>();
      for (Search search : searches) {
        search.advance(state, logits);
        open.addAll(search.open);
      }
      if (open.isEmpty()) {
        return searches.stream().map(Search::result).toList();
      }
      state.select(open.stream().mapToInt(Open::row).toArray());
      tokens = open.stream().mapToInt(o -> o.tokens().get(o.tokens().length() - 1)).toArray();
      int row = 0;
      for (Search search : searches) {
        row = search.renumber(row);
      }
    }
  }

  /** The search for one sentence. */
  private final class Search {

    private final DecodingTask task;
    private final List<Closed> closed = new ArrayList<>();
    private List<Open> open;
    private final float[] hidden = new float[model.network().d()];
    private int[] unended = {};

    Search(DecodingTask task, int row) {
      this.task = task;
      open = List.of(new Open(0, new TokenSequence(), row));
    }

    /** Takes one step; afterwards the rows of the open hypotheses are those that they came from. */
    void advance(DecoderState state, float[] logits) {
      List<Open> extended = new ArrayList<>();
      for (Continuation next : continuations(state, logits)) {
        TokenSequence before = next.from().tokens();
        if (next.token() == model.tokens().end()) {
          closed.add(
              new Closed(next.score() / penalty(Math.max(1, before.length())), before.toArray()));
        } else if (extended.size() < beam) {
          extended.add(new Open(next.score(), before.plus(next.token()), next.from().row()));
        }
      }
      if (!extended.isEmpty()) {
        unended = extended.get(0).tokens().toArray();
      }
      open = isDone(extended) ? List.of() : extended;
    }

    int renumber(int first) {
      List<Open> renumbered = new ArrayList<>();
      for (Open hypothesis : open) {
        renumbered.add(
            new Open(hypothesis.score(), hypothesis.tokens(), first + renumbered.size()));
      }
      open = renumbered;
      return first + renumbered.size();
    }

    List<Found> result() {
      if (closed.isEmpty()) {
        return List.of(new Found(new Hypothesis(unended, false), Double.NEGATIVE_INFINITY));
      }
      return closed.stream()
          .sorted(
              Comparator.comparingDouble(Closed::value)
                  .thenComparing(Closed::tokens, Arrays::compare)
                  .reversed())
          .map(answer -> new Found(new Hypothesis(answer.tokens(), true), answer.value()))
          .toList();
    }

    private boolean isDone(List<Open> extended) {
      if (extended.isEmpty() || extended.get(0).tokens().length() >= task.limit()) {
        return true;
      }
      double best = closed.stream().mapToDouble(Closed::value).max().orElse(Double.NaN);
      return closed.size() >= beam && best >= extended.get(0).score() / penalty(task.limit());
    }

    /** The best continuations of the open hypotheses, the best first. */
    private List<Continuation> continuations(DecoderState state, float[] logits) {
      List<Continuation> best = new ArrayList<>();
      for (Open hypothesis : open) {
        state.logits(hypothesis.row(), logits);
        state.hidden(hypothesis.row(), 0, hidden);
        task.apply(hypothesis.tokens(), hidden, logits);
        double offset = hypothesis.score() - LogSoftmax.normalizer(logits);
        double lowest = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < logits.length; token++) {
          double score = logits[token] + offset;
          if (score > lowest) {
            lowest = insert(best, new Continuation(score, hypothesis, token));
          }
        }
      }
      return best;
    }

    /**
     * Puts a continuation in its place, after those of the same score.
     *
     * @return the score that others must exceed
     */
    private double insert(List<Continuation> best, Continuation next) {
      int place = best.size();
      while (place > 0 && best.get(place - 1).score() < next.score()) {
        place--;
      }
      best.add(place, next);
      if (best.size() > 2 * beam) {
        best.remove(2 * beam);
      }
      return best.size() < 2 * beam ? Double.NEGATIVE_INFINITY : best.get(best.size() - 1).score();
    }
  }

  private static double penalty(int length) {
    return Math.pow(length, LENGTH_PENALTY);
  }
}
