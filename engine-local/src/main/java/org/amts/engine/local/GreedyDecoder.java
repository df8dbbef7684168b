package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Greedy search: each next token is the one with the highest logit, of equals the one with the
 * lowest id.
 *
 * <p>Where a draft of the answer is known, the network reads several of its tokens at once and says
 * after each what it would have said itself: as long as that is the draft's next token, a step of
 * its own is saved. The answer is the same as without the draft (Leviathan et al. 2023, <i>Fast
 * Inference from Transformers via Speculative Decoding</i>; with a translation memory for the
 * draft).
 */
final class GreedyDecoder implements Decoder {

  private final ModelDescription model;

  GreedyDecoder(ModelDescription model) {
    this.model = model;
  }

  @Override
  public int rowsPerSentence() {
    return 1;
  }

  @Override
  public List<List<Hypothesis>> decode(DecoderState state, List<DecodingTask> tasks) {
    Batches.begin(state, tasks, model.tokens().pad());
    List<Row> all = tasks.stream().map(Row::new).toList();
    List<Row> rows = all;
    int open = rows.size();
    while (open > 0) {
      state.feed(rows.stream().map(Row::next).toArray(int[][]::new));
      int[] kept = new int[rows.size()];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = rows.get(i).read(state, i);
      }
      state.keep(kept);
      open = (int) rows.stream().filter(row -> !row.done).count();
      // A finished row costs as much as an open one, and so does the copy that drops it for some
      // steps: drop when a quarter is finished.
      if (open > 0 && 4 * open <= 3 * rows.size()) {
        List<Row> current = rows;
        state.select(
            IntStream.range(0, rows.size()).filter(row -> !current.get(row).done).toArray());
        rows = rows.stream().filter(row -> !row.done).toList();
      }
    }
    return all.stream().map(row -> List.of(row.hypothesis())).toList();
  }

  /** A sentence's answer so far. */
  private final class Row {

    private final DecodingTask task;
    private final Draft draft;
    private final TokenSequence answer = new TokenSequence();
    private final List<Float> trust = new ArrayList<>();
    private final float[] logits = new float[model.network().vocabulary()];
    private final float[] hidden = new float[model.network().d()];
    private int last = model.tokens().start();
    private int[] fed = {};
    private boolean ended;
    private boolean done;

    Row(DecodingTask task) {
      this.task = task;
      draft = new Draft(task.draft());
    }

    /** What the network reads next: the last token, and what the draft has after it. */
    int[] next() {
      int[] ahead = done ? new int[0] : draft.ahead(answer);
      fed = new int[1 + ahead.length];
      fed[0] = last;
      System.arraycopy(ahead, 0, fed, 1, ahead.length);
      return fed;
    }

    /** Takes over what the network said; returns how many of the tokens fed were right. */
    int read(DecoderState state, int row) {
      int kept = 1;
      while (!done) {
        state.logits(row, kept - 1, logits);
        if (task.neighbours() != null) {
          state.hidden(row, kept - 1, hidden);
        }
        float share = task.apply(answer, hidden, logits);
        int best = argmax(logits);
        if (best == model.tokens().end()) {
          ended = true;
          done = true;
          break;
        }
        last = best;
        answer.add(best);
        trust.add(share);
        done = answer.length() >= task.limit() || task.repetitions().endInLoop(answer);
        if (kept == fed.length || fed[kept] != best) {
          break;
        }
        kept++;
      }
      draft.report(fed.length - 1, kept - 1);
      return kept;
    }

    Hypothesis hypothesis() {
      float[] shares = new float[task.neighbours() == null ? 0 : trust.size()];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = trust.get(i);
      }
      return new Hypothesis(answer.toArray(), ended, shares);
    }
  }

  private static int argmax(float[] logits) {
    int best = 0;
    float highest = logits[0];
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > highest) {
        highest = logits[i];
        best = i;
      }
    }
    return best;
  }
}
