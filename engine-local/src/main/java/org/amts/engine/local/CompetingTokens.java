package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A batch of places with the tokens that compete for them: those that are right at one of them, and
 * those that the network found likeliest. Computes their logits, and from these the gradient of
 * each token's vector. One batch after the other; not safe for use by many threads, but it works on
 * many itself. Numbers do not depend on how many.
 */
final class CompetingTokens {

  /** Most places of a batch. */
  static final int BATCH = 512;

  /** A gradient below this changes nothing that 8 bits can hold. */
  private static final float NEGLIGIBLE = 1e-5f;

  /** Places, or tokens, that a thread takes at a time. */
  private static final int PORTION = 64;

  /** Tokens whose logits are summed up before the next ones': what fits into the cache. */
  private static final int TILE = 256;

  /** Dimensions that are summed up at a time. */
  private static final int UNROLLED = 4;

  private final Consumer<List<Callable<Void>>> parallel;
  private final int width;
  private final float[] states;
  private final int[] answers = new int[BATCH];
  private final int[] slots;
  private final int[] tokens = new int[BATCH * (1 + ExampleStates.RIVALS)];
  private final float[][] columns;
  private final float[][] rows = new float[BATCH][];
  private int places;
  private int count;

  /**
   * @param width of a state, a multiple of four
   * @param vocabulary number of tokens
   * @param parallel runs computations on as many threads as there are, and waits for the end
   */
  CompetingTokens(int width, int vocabulary, Consumer<List<Callable<Void>>> parallel) {
    if (width % UNROLLED != 0) {
      throw new IllegalArgumentException("width " + width + " is no multiple of " + UNROLLED);
    }
    this.width = width;
    this.parallel = parallel;
    states = new float[BATCH * width];
    slots = new int[vocabulary];
    columns = new float[width][];
    resize(columns, TILE);
    resize(rows, TILE);
  }

  /**
   * Begins a batch.
   *
   * @param from first of the places
   * @param to after the last of them, at most {@link #BATCH} later
   */
  void gather(List<ExampleStates> examples, ExamplePlaces all, int from, int to) {
    Arrays.fill(slots, -1);
    count = 0;
    places = to - from;
    for (int i = 0; i < places; i++) {
      ExampleStates example = examples.get(all.owner(from + i));
      int place = all.place(from + i);
      example.restore(place, states, i * width);
      answers[i] = slot(example.token(place));
      for (int rival = 0; rival < ExampleStates.RIVALS; rival++) {
        slot(example.rival(place, rival));
      }
    }
  }

  private int slot(int token) {
    if (slots[token] < 0) {
      slots[token] = count;
      tokens[count++] = token;
    }
    return slots[token];
  }

  /** The number of places of the batch. */
  int places() {
    return places;
  }

  /** The number of tokens that compete. */
  int count() {
    return count;
  }

  /** One of the tokens that compete. */
  int token(int index) {
    return tokens[index];
  }

  /** Which of the tokens is right at a place, as an index. */
  int answer(int place) {
    return answers[place];
  }

  /** The logits at a place, or what {@link #toGradients} has made of them; may be longer. */
  float[] row(int place) {
    return rows[place];
  }

  /**
   * Computes the logits.
   *
   * @param vectorOf a token's vector
   */
  void multiply(IntFunction<float[]> vectorOf) {
    if (columns[0].length < count) {
      resize(columns, count);
      resize(rows, count);
    }
    for (int token = 0; token < count; token++) {
      float[] vector = vectorOf.apply(tokens[token]);
      for (int i = 0; i < width; i++) {
        columns[i][token] = vector[i];
      }
    }
    inPortions(places, this::multiply);
  }

  private void multiply(int from, int to) {
    for (int place = from; place < to; place++) {
      Arrays.fill(rows[place], 0);
    }
    for (int tile = 0; tile < count; tile += TILE) {
      int end = Math.min(count, tile + TILE);
      for (int place = from; place < to; place++) {
        for (int i = 0; i < width; i += UNROLLED) {
          addProducts(rows[place], columns, i, states, place * width, tile, end);
        }
      }
    }
  }

  /**
   * Four dimensions of a state times those of each token in a tile. The JIT compiler makes vectors
   * of such a loop only if each line lies in an array of its own.
   */
  private static void addProducts(
      float[] into, float[][] from, int dimension, float[] states, int state, int tile, int end) {
    float[] first = from[dimension];
    float[] second = from[dimension + 1];
    float[] third = from[dimension + 2];
    float[] fourth = from[dimension + 3];
    float a = states[state + dimension];
    float b = states[state + dimension + 1];
    float c = states[state + dimension + 2];
    float d = states[state + dimension + 3];
    for (int t = tile; t < end; t++) {
      into[t] += a * first[t] + b * second[t] + c * third[t] + d * fourth[t];
    }
  }

  /** Puts in the logits' place the probability of each token, less 1 for the right one. */
  void toGradients() {
    inPortions(
        places,
        (from, to) -> {
          for (int place = from; place < to; place++) {
            softmax(rows[place], count);
            rows[place][answers[place]] -= 1;
          }
        });
  }

  private static void softmax(float[] values, int count) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, values[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double power = LogSoftmax.exponential(values[i] - highest);
      values[i] = (float) power;
      sum += power;
    }
    float share = (float) (1 / sum);
    for (int i = 0; i < count; i++) {
      values[i] *= share;
    }
  }

  /** Takes the gradient of a token's vector. */
  interface GradientUse {

    /**
     * Called once for each token, on any thread.
     *
     * @param token its id
     * @param gradient of its vector, mean over the places; not valid after the call
     */
    void take(int token, float[] gradient);
  }

  /** Computes the gradients of all tokens' vectors; {@link #toGradients} comes before. */
  void gradients(GradientUse use) {
    inPortions(
        count,
        (from, to) -> {
          float[] gradient = new float[width];
          for (int token = from; token < to; token++) {
            Arrays.fill(gradient, 0);
            for (int place = 0; place < places; place++) {
              float weight = rows[place][token];
              if (Math.abs(weight) > NEGLIGIBLE) {
                addScaled(weight / places, place * width, gradient);
              }
            }
            use.take(tokens[token], gradient);
          }
        });
  }

  private void addScaled(float weight, int state, float[] into) {
    float[] from = states;
    for (int i = 0; i < into.length; i++) {
      into[i] += weight * from[state + i];
    }
  }

  private interface Range {
    void over(int from, int to);
  }

  private void inPortions(int size, Range work) {
    List<Callable<Void>> portions = new ArrayList<>();
    for (int from = 0; from < size; from += PORTION) {
      int begin = from;
      portions.add(
          () -> {
            work.over(begin, Math.min(size, begin + PORTION));
            return null;
          });
    }
    parallel.accept(portions);
  }

  private static void resize(float[][] lines, int length) {
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new float[length];
    }
  }
}
