package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the output layer to examples: a multinomial logistic regression from the network's last
 * hidden states, which stay as they are, to the tokens of the examples' translations, begun at the
 * layer's own values and stopped early.
 *
 * <p>The normaliser of a batch runs over the batch's own tokens and over what the network itself
 * found likeliest at each of its places (a sampled softmax as of Jean et al. 2015, the sample being
 * all rivals that count); steps are those of Adam (Kingma and Ba 2015) on the tokens of the batch,
 * with a rate that falls in a straight line to zero. Tokens that never occur keep their values.
 *
 * <p>The result depends on nothing but the examples and their order, whatever the number of
 * threads.
 */
final class OutputLearning {

  /** How often each example is seen. */
  private static final int EPOCHS = 2;

  /** Few examples are seen more often, or they would hardly be heard. */
  private static final int LEAST_STEPS = 60;

  /** Places in a batch. */
  private static final int BATCH = 512;

  private static final float RATE = 1e-3f;
  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.99f;
  private static final float TINY = 1e-8f;

  /** A gradient below this changes nothing that 8 bits can hold. */
  private static final float NEGLIGIBLE = 1e-5f;

  /** Places, or tokens, that a thread takes at a time. */
  private static final int PORTION = 64;

  /** Tokens whose logits are summed up before the next ones': what fits into the cache. */
  private static final int TILE = 256;

  /** Dimensions that are summed up at a time. */
  private static final int UNROLLED = 4;

  private final OutputMatrix layer;
  private final List<ExampleStates> examples;
  private final Consumer<List<Callable<Void>>> parallel;
  private final int width;
  private final @Nullable Learnt[] learnt;
  private final int[] slots;
  private final float[] states;
  private final int[] answers = new int[BATCH];
  private final int[] candidates;
  private int candidateCount;
  private final float[][] columns;
  private final float[][] gradients = new float[BATCH][];

  /**
   * @param layer to begin at
   * @param examples their states
   * @param parallel runs computations on as many threads as there are, and waits for the end
   */
  OutputLearning(
      OutputMatrix layer, List<ExampleStates> examples, Consumer<List<Callable<Void>>> parallel) {
    this.layer = layer;
    this.examples = List.copyOf(examples);
    this.parallel = parallel;
    width = layer.width();
    if (width % UNROLLED != 0) {
      throw new IllegalArgumentException("width " + width + " is no multiple of " + UNROLLED);
    }
    learnt = new Learnt[layer.vocabulary()];
    slots = new int[layer.vocabulary()];
    states = new float[BATCH * width];
    candidates = new int[BATCH * (1 + ExampleStates.RIVALS)];
    columns = new float[width][];
    resize(columns, TILE);
    resize(gradients, TILE);
  }

  /** A token's vector and Adam's averages. */
  private static final class Learnt {
    private final float[] values;
    private final float[] first;
    private final float[] second;

    Learnt(float[] values) {
      this.values = values;
      first = new float[values.length];
      second = new float[values.length];
    }
  }

  /**
   * Learns; can be called once.
   *
   * @param progress told the share of the work that is done
   * @return the new vectors of the tokens that have one
   */
  TreeMap<Integer, OutputMatrix.Row> learn(DoubleConsumer progress) {
    int[] owners = new int[examples.stream().mapToInt(ExampleStates::size).sum()];
    int[] places = new int[owners.length];
    int count = 0;
    for (int example = 0; example < examples.size(); example++) {
      for (int place = 0; place < examples.get(example).size(); place++) {
        owners[count] = example;
        places[count++] = place;
      }
    }
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    Random random = new Random(1); // specified to the bit, on every platform
    int batches = (count + BATCH - 1) / BATCH;
    int epochs = Math.max(EPOCHS, (LEAST_STEPS + batches - 1) / batches);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int batch = 0; batch < batches; batch++) {
        int from = batch * BATCH;
        int size = Math.min(BATCH, count - from);
        gather(order, from, size, owners, places);
        step(size, epoch * batches + batch, epochs * batches);
        progress.accept((epoch * batches + batch + 1.0) / (epochs * batches));
      }
    }
    TreeMap<Integer, OutputMatrix.Row> rows = new TreeMap<>();
    for (int token = 0; token < learnt.length; token++) {
      Learnt row = learnt[token];
      if (row != null) {
        rows.put(token, OutputMatrix.Row.of(row.values));
      }
    }
    return rows;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** Lays out the states and the candidates of a batch. */
  private void gather(int[] order, int from, int size, int[] owners, int[] places) {
    Arrays.fill(slots, -1);
    candidateCount = 0;
    for (int i = 0; i < size; i++) {
      ExampleStates example = examples.get(owners[order[from + i]]);
      int place = places[order[from + i]];
      example.restore(place, states, i * width);
      answers[i] = slot(example.token(place));
      for (int rival = 0; rival < ExampleStates.RIVALS; rival++) {
        slot(example.rival(place, rival));
      }
    }
  }

  private int slot(int token) {
    if (slots[token] < 0) {
      slots[token] = candidateCount;
      candidates[candidateCount++] = token;
      if (learnt[token] == null) {
        learnt[token] = new Learnt(layer.row(token));
      }
    }
    return slots[token];
  }

  private static void resize(float[][] rows, int length) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[length];
    }
  }

  private void step(int size, int step, int steps) {
    int count = candidateCount;
    if (columns[0].length < count) {
      resize(columns, count);
      resize(gradients, count);
    }
    for (int c = 0; c < count; c++) {
      float[] values = known(c).values;
      for (int i = 0; i < width; i++) {
        columns[i][c] = values[i];
      }
    }
    inPortions(size, (from, to) -> compare(from, to, count));
    float rate = RATE * (1 - (float) step / steps);
    float firstSum = (float) (1 - StrictMath.pow(FIRST_DECAY, step + 1));
    float secondSum = (float) (1 - StrictMath.pow(SECOND_DECAY, step + 1));
    inPortions(
        count,
        (from, to) -> {
          float[] gradient = new float[width];
          for (int c = from; c < to; c++) {
            gradientOf(c, size, gradient);
            change(known(c), gradient, rate / firstSum, secondSum);
          }
        });
  }

  private Learnt known(int candidate) {
    Learnt row = learnt[candidates[candidate]];
    if (row == null) {
      throw new IllegalStateException("no candidate " + candidate);
    }
    return row;
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

  /** For places of the batch: the probability of each candidate less 1 for the right one. */
  private void compare(int from, int to, int count) {
    for (int place = from; place < to; place++) {
      Arrays.fill(gradients[place], 0);
    }
    for (int tile = 0; tile < count; tile += TILE) {
      int end = Math.min(count, tile + TILE);
      for (int place = from; place < to; place++) {
        for (int i = 0; i < width; i += UNROLLED) {
          addProducts(gradients[place], columns, i, states, place * width, tile, end);
        }
      }
    }
    for (int place = from; place < to; place++) {
      softmax(gradients[place], count);
      gradients[place][answers[place]] -= 1;
    }
  }

  /**
   * Four dimensions of a state times those of each candidate in a tile. The JIT compiler makes
   * vectors of such a loop only if each line lies in an array of its own.
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

  private void gradientOf(int candidate, int size, float[] gradient) {
    Arrays.fill(gradient, 0);
    for (int place = 0; place < size; place++) {
      float weight = gradients[place][candidate];
      if (Math.abs(weight) > NEGLIGIBLE) {
        addScaled(weight / size, place * width, gradient);
      }
    }
  }

  private void addScaled(float weight, int state, float[] into) {
    float[] from = states;
    for (int i = 0; i < into.length; i++) {
      into[i] += weight * from[state + i];
    }
  }

  private static void change(Learnt row, float[] gradient, float rate, float secondSum) {
    for (int i = 0; i < gradient.length; i++) {
      float first = FIRST_DECAY * row.first[i] + (1 - FIRST_DECAY) * gradient[i];
      float second = SECOND_DECAY * row.second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
      row.first[i] = first;
      row.second[i] = second;
      row.values[i] -= rate * first / ((float) Math.sqrt(second / secondSum) + TINY);
    }
  }
}
