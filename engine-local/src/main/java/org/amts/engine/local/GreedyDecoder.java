package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Greedy search: each next token is the one with the highest logit, of equals the one with the
 * lowest id.
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
    float[] logits = new float[model.network().vocabulary()];
    TokenSequence[] answers =
        Stream.generate(TokenSequence::new).limit(tasks.size()).toArray(TokenSequence[]::new);
    boolean[] ended = new boolean[tasks.size()];
    boolean[] done = new boolean[tasks.size()];
    int[] sentences = IntStream.range(0, tasks.size()).toArray();
    int[] tokens = new int[tasks.size()];
    Arrays.fill(tokens, model.tokens().start());
    int open = tasks.size();
    while (open > 0) {
      state.step(tokens);
      for (int row = 0; row < tokens.length; row++) {
        int sentence = sentences[row];
        if (done[sentence]) {
          continue;
        }
        DecodingTask task = tasks.get(sentence);
        TokenSequence answer = answers[sentence];
        state.logits(row, logits);
        task.applyRules(answer, logits);
        int best = argmax(logits);
        if (best == model.tokens().end()) {
          ended[sentence] = true;
          done[sentence] = true;
        } else {
          tokens[row] = best;
          answer.add(best);
          done[sentence] = answer.length() >= task.limit() || task.repetitions().endInLoop(answer);
        }
        open -= done[sentence] ? 1 : 0;
      }
      // A finished row costs as much as an open one, and so does the copy that drops it for some
      // steps: drop when a quarter is finished.
      if (open > 0 && 4 * open <= 3 * tokens.length) {
        int[] current = sentences;
        int[] kept = IntStream.range(0, tokens.length).filter(row -> !done[current[row]]).toArray();
        state.select(kept);
        sentences = Arrays.stream(kept).map(row -> current[row]).toArray();
        int[] fed = tokens;
        tokens = Arrays.stream(kept).map(row -> fed[row]).toArray();
      }
    }
    List<List<Hypothesis>> found = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      found.add(List.of(new Hypothesis(answers[i].toArray(), ended[i])));
    }
    return found;
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
