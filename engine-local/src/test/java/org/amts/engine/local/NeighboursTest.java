package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final int WIDTH = 8;
  private static final int VOCABULARY = 12;
  private static final AdaptationMethods.Mixture MIXTURE =
      new AdaptationMethods.Mixture(3, 10, 2, 0.9f, 0, 0);

  @Test
  void aNearStateBringsItsToken() {
    float[][] states = states(3);
    float[] logits = new float[VOCABULARY];
    logits[1] = 4;
    float trust =
        new Neighbours(List.of(ExampleStates.of(new int[] {5, 6, 7}, states)), WIDTH, MIXTURE)
            .mix(states[1], logits);
    assertThat(trust).isCloseTo(0.9f, within(0.05f));
    assertThat(highest(logits)).isEqualTo(6);
  }

  @Test
  void farStatesChangeNothing() {
    float[][] states = states(3);
    float[] far = new float[WIDTH];
    java.util.Arrays.fill(far, 30);
    float[] logits = new float[VOCABULARY];
    logits[1] = 4;
    float[] before = logits.clone();
    float trust =
        new Neighbours(List.of(ExampleStates.of(new int[] {5, 6, 7}, states)), WIDTH, MIXTURE)
            .mix(far, logits);
    assertThat(trust).isZero();
    assertThat(logits).isEqualTo(before);
  }

  /** Against the formulas, in double precision and without rounding the states. */
  @Test
  void mixesAsTheFormulasSay() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      int size = 1 + random.nextInt(6);
      float[][] states = new float[size][WIDTH];
      int[] tokens = random.ints(size, 0, VOCABULARY).toArray();
      for (float[] state : states) {
        for (int i = 0; i < WIDTH; i++) {
          state[i] = (float) random.nextGaussian();
        }
      }
      float[] query = states[0].clone();
      for (int i = 0; i < WIDTH; i++) {
        query[i] += 0.3f * (float) random.nextGaussian();
      }
      float[] logits = new float[VOCABULARY];
      for (int i = 0; i < VOCABULARY; i++) {
        logits[i] = 3 * (float) random.nextGaussian();
      }
      double[] expected = mixed(states, tokens, query, logits);
      new Neighbours(List.of(ExampleStates.of(tokens, states)), WIDTH, MIXTURE).mix(query, logits);
      double normalizer = LogSoftmax.normalizer(logits);
      for (int token = 0; token < VOCABULARY; token++) {
        assertThat(Math.exp(logits[token] - normalizer))
            .as("round %d, token %d", round, token)
            .isCloseTo(expected[token], within(0.03));
      }
    }
  }

  private static double[] mixed(float[][] states, int[] tokens, float[] query, float[] logits) {
    Integer[] order = new Integer[states.length];
    double[] distances = new double[states.length];
    for (int i = 0; i < states.length; i++) {
      order[i] = i;
      for (int j = 0; j < WIDTH; j++) {
        distances[i] += (states[i][j] - query[j]) * (states[i][j] - query[j]);
      }
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> distances[i]));
    int nearest = Math.min(MIXTURE.nearest(), states.length);
    double trust =
        Math.max(0, Math.min(MIXTURE.mostTrust(), 1 - distances[order[0]] / MIXTURE.temperature()));
    double normalizer = LogSoftmax.normalizer(logits);
    double[] result = new double[VOCABULARY];
    for (int token = 0; token < VOCABULARY; token++) {
      result[token] = (1 - trust) * Math.exp(logits[token] - normalizer);
    }
    double sum = 0;
    for (int i = 0; i < nearest; i++) {
      sum += Math.exp(-distances[order[i]] / MIXTURE.contrast());
    }
    for (int i = 0; i < nearest; i++) {
      result[tokens[order[i]]] += trust * Math.exp(-distances[order[i]] / MIXTURE.contrast()) / sum;
    }
    return result;
  }

  private static float[][] states(int count) {
    float[][] states = new float[count][WIDTH];
    for (int i = 0; i < count; i++) {
      states[i][i] = 5;
    }
    return states;
  }

  private static int highest(float[] logits) {
    int best = 0;
    for (int i = 0; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }
}
