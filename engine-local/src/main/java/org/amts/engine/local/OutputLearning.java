package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
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
 * <p>A tenth of the examples, in stretches, is not learnt from: it decides how far the new values
 * are followed, from not at all, if they do not make it likelier, to all the way. So examples that
 * are too few, or too unlike each other, do no harm.
 *
 * <p>The result depends on nothing but the examples and their order, whatever the number of
 * threads.
 */
final class OutputLearning {

  /** How often each example is seen. */
  private static final int EPOCHS = 2;

  /** Few examples are seen more often, or they would hardly be heard. */
  private static final int LEAST_STEPS = 60;

  /** Stretches into which the examples are divided; every tenth is kept to check with. */
  private static final int STRETCHES = 50;

  private static final int CHECKED = 10;

  /** How far the new values may be followed. */
  private static final float[] STRENGTHS = {0, 0.25f, 0.5f, 0.75f, 1};

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
   * @return the new vectors of the tokens that have one; none if those that there were are better
   */
  TreeMap<Integer, OutputMatrix.Row> learn(DoubleConsumer progress) {
    Places learnt = new Places(false);
    Random random = new Random(1); // specified to the bit, on every platform
    int batches = learnt.batches();
    int epochs = Math.max(EPOCHS, (LEAST_STEPS + batches - 1) / Math.max(1, batches));
    int steps = epochs * batches;
    for (int step = 0; step < steps; step++) {
      if (step % batches == 0) {
        learnt.shuffle(random);
      }
      step(gather(learnt, step % batches), step, steps);
      progress.accept((step + 1.0) / steps);
    }
    return rows(bestStrength(new Places(true)));
  }

  private TreeMap<Integer, OutputMatrix.Row> rows(float strength) {
    TreeMap<Integer, OutputMatrix.Row> rows = new TreeMap<>();
    for (int token = 0; token < learnt.length && strength > 0; token++) {
      Learnt row = learnt[token];
      if (row != null) {
        float[] values = layer.row(token);
        for (int i = 0; i < width; i++) {
          values[i] += strength * (row.values[i] - values[i]);
        }
        rows.put(token, OutputMatrix.Row.of(values));
      }
    }
    return rows;
  }

  /** The strength that makes the examples that are kept to check with likeliest. */
  private float bestStrength(Places checked) {
    double[] likelihoods = new double[STRENGTHS.length];
    for (int batch = 0; batch < checked.batches(); batch++) {
      int size = gather(checked, batch);
      int count = candidateCount;
      fillColumns(count, candidate -> layer.row(candidates[candidate]));
      inPortions(size, (from, to) -> multiply(from, to, count));
      float[][] before = new float[size][];
      for (int place = 0; place < size; place++) {
        before[place] = Arrays.copyOf(gradients[place], count);
      }
      fillColumns(count, candidate -> known(candidate).values);
      inPortions(size, (from, to) -> multiply(from, to, count));
      float[] mixed = new float[count];
      for (int place = 0; place < size; place++) {
        for (int i = 0; i < STRENGTHS.length; i++) {
          for (int c = 0; c < count; c++) {
            mixed[c] = before[place][c] + STRENGTHS[i] * (gradients[place][c] - before[place][c]);
          }
          likelihoods[i] += mixed[answers[place]] - LogSoftmax.normalizer(mixed);
        }
      }
    }
    int best = 0;
    for (int i = 1; i < STRENGTHS.length; i++) {
      if (likelihoods[i] > likelihoods[best]) {
        best = i;
      }
    }
    return STRENGTHS[best];
  }

  /** The places of the examples that are learnt from, or of those to check with. */
  private final class Places {

    private final int[] owners;
    private final int[] places;
    private final int count;

    Places(boolean checked) {
      int size = 0;
      owners = new int[examples.stream().mapToInt(ExampleStates::size).sum()];
      places = new int[owners.length];
      for (int example = 0; example < examples.size(); example++) {
        long stretch = (long) example * STRETCHES / examples.size();
        if ((stretch % CHECKED == CHECKED / 2) == checked) {
          for (int place = 0; place < examples.get(example).size(); place++) {
            owners[size] = example;
            places[size++] = place;
          }
        }
      }
      count = size;
    }

    int batches() {
      return (count + BATCH - 1) / BATCH;
    }

    int batchSize(int batch) {
      return Math.min(BATCH, count - batch * BATCH);
    }

    void shuffle(Random random) {
      for (int i = count - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        swap(owners, i, other);
        swap(places, i, other);
      }
    }
  }

  private static void swap(int[] values, int one, int other) {
    int kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }

  /** Lays out the states and the candidates of a batch; returns its size. */
  private int gather(Places places, int batch) {
    Arrays.fill(slots, -1);
    candidateCount = 0;
    int size = places.batchSize(batch);
    for (int i = 0; i < size; i++) {
      ExampleStates example = examples.get(places.owners[batch * BATCH + i]);
      int place = places.places[batch * BATCH + i];
      example.restore(place, states, i * width);
      answers[i] = slot(example.token(place));
      for (int rival = 0; rival < ExampleStates.RIVALS; rival++) {
        slot(example.rival(place, rival));
      }
    }
    return size;
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
    fillColumns(count, candidate -> known(candidate).values);
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

  private void fillColumns(int count, IntFunction<float[]> vectors) {
    if (columns[0].length < count) {
      resize(columns, count);
      resize(gradients, count);
    }
    for (int c = 0; c < count; c++) {
      float[] values = vectors.apply(c);
      for (int i = 0; i < width; i++) {
        columns[i][c] = values[i];
      }
    }
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
    multiply(from, to, count);
    for (int place = from; place < to; place++) {
      softmax(gradients[place], count);
      gradients[place][answers[place]] -= 1;
    }
  }

  /** For places of the batch: the logit of each candidate. */
  private void multiply(int from, int to, int count) {
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
