package org.amts.engine.local;

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

  private static final float RATE = 1e-3f;
  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.99f;
  private static final float TINY = 1e-8f;

  private final OutputMatrix layer;
  private final List<ExampleStates> examples;
  private final CompetingTokens batch;
  private final @Nullable Learnt[] learnt;

  /**
   * @param layer to begin at
   * @param examples their states
   * @param parallel runs computations on as many threads as there are, and waits for the end
   */
  OutputLearning(
      OutputMatrix layer, List<ExampleStates> examples, Consumer<List<Callable<Void>>> parallel) {
    this.layer = layer;
    this.examples = List.copyOf(examples);
    batch = new CompetingTokens(layer.width(), layer.vocabulary(), parallel);
    learnt = new Learnt[layer.vocabulary()];
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

    void change(float[] gradient, float rate, float secondSum) {
      for (int i = 0; i < gradient.length; i++) {
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient[i];
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
        values[i] -= rate * first[i] / ((float) Math.sqrt(second[i] / secondSum) + TINY);
      }
    }
  }

  /**
   * Learns; can be called once.
   *
   * @param progress told the share of the work that is done
   * @return the new vectors of the tokens that have one; none if those that there were are better
   */
  TreeMap<Integer, RoundedVector> learn(DoubleConsumer progress) {
    ExamplePlaces places = new ExamplePlaces(examples, example -> !isChecked(example));
    Random random = new Random(1); // specified to the bit, on every platform
    int batches = batches(places);
    int epochs = Math.max(EPOCHS, (LEAST_STEPS + batches - 1) / Math.max(1, batches));
    int steps = epochs * batches;
    for (int step = 0; step < steps; step++) {
      if (step % batches == 0) {
        places.shuffle(random);
      }
      gather(places, step % batches);
      step(step, steps);
      progress.accept((step + 1.0) / steps);
    }
    return rows(bestStrength());
  }

  private boolean isChecked(int example) {
    return (long) example * STRETCHES / examples.size() % CHECKED == CHECKED / 2;
  }

  private static int batches(ExamplePlaces places) {
    return (places.count() + CompetingTokens.BATCH - 1) / CompetingTokens.BATCH;
  }

  private void gather(ExamplePlaces places, int number) {
    int from = number * CompetingTokens.BATCH;
    batch.gather(examples, places, from, Math.min(places.count(), from + CompetingTokens.BATCH));
    for (int i = 0; i < batch.count(); i++) {
      int token = batch.token(i);
      if (learnt[token] == null) {
        learnt[token] = new Learnt(layer.row(token));
      }
    }
  }

  private void step(int step, int steps) {
    batch.multiply(token -> known(token).values);
    batch.toGradients();
    float rate = RATE * (1 - (float) step / steps);
    float firstSum = (float) (1 - StrictMath.pow(FIRST_DECAY, step + 1));
    float secondSum = (float) (1 - StrictMath.pow(SECOND_DECAY, step + 1));
    batch.gradients((token, gradient) -> known(token).change(gradient, rate / firstSum, secondSum));
  }

  private Learnt known(int token) {
    Learnt row = learnt[token];
    if (row == null) {
      throw new IllegalStateException("token " + token + " is not in the batch");
    }
    return row;
  }

  /** The strength that makes the examples that are kept to check with likeliest. */
  private float bestStrength() {
    ExamplePlaces checked = new ExamplePlaces(examples, this::isChecked);
    double[] likelihoods = new double[STRENGTHS.length];
    for (int number = 0; number < batches(checked); number++) {
      gather(checked, number);
      batch.multiply(layer::row);
      float[][] before = new float[batch.places()][];
      for (int place = 0; place < before.length; place++) {
        before[place] = Arrays.copyOf(batch.row(place), batch.count());
      }
      batch.multiply(token -> known(token).values);
      for (int place = 0; place < before.length; place++) {
        addLikelihoods(before[place], batch.row(place), batch.answer(place), likelihoods);
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

  private static void addLikelihoods(float[] before, float[] after, int answer, double[] into) {
    float[] mixed = new float[before.length];
    for (int i = 0; i < STRENGTHS.length; i++) {
      for (int c = 0; c < mixed.length; c++) {
        mixed[c] = before[c] + STRENGTHS[i] * (after[c] - before[c]);
      }
      into[i] += mixed[answer] - LogSoftmax.normalizer(mixed);
    }
  }

  private TreeMap<Integer, RoundedVector> rows(float strength) {
    TreeMap<Integer, RoundedVector> rows = new TreeMap<>();
    for (int token = 0; token < learnt.length && strength > 0; token++) {
      Learnt row = learnt[token];
      if (row != null) {
        float[] values = layer.row(token);
        for (int i = 0; i < values.length; i++) {
          values[i] += strength * (row.values[i] - values[i]);
        }
        rows.put(token, RoundedVector.of(values));
      }
    }
    return rows;
  }
}
