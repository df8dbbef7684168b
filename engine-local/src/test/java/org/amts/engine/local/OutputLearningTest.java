package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** On the default model's layer, with states and answers that the test makes up. */
class OutputLearningTest {

  private static final int TOKEN = 5000;
  private static final int RIVAL = 6000;

  private static final OutputMatrix LAYER = defaultLayer();

  /** One state in four asks for a token that the layer does not like there. */
  @Test
  void learnsWhatTheExamplesSay() {
    Random random = new Random(7);
    List<ExampleStates> examples = examples(random, 400);
    Map<Integer, RoundedVector> rows = learn(examples, OutputLearningTest::onThisThread);
    assertThat(rows).containsKeys(TOKEN, RIVAL);
    int before = 0;
    int after = 0;
    for (ExampleStates example : examples(random, 100)) {
      for (int i = 0; i < example.size(); i++) {
        float[] state = new float[LAYER.width()];
        example.restore(i, state, 0);
        float margin = logit(row(rows, TOKEN), state) - logit(row(rows, RIVAL), state);
        float was = logit(LAYER.row(TOKEN), state) - logit(LAYER.row(RIVAL), state);
        after += margin > 0 == (example.token(i) == TOKEN) ? 1 : 0;
        before += was > 0 == (example.token(i) == TOKEN) ? 1 : 0;
      }
    }
    assertThat(before).as("it always said the rival").isEqualTo(300);
    assertThat(after).isGreaterThan(380); // of 400
  }

  @Test
  void numberOfThreadsChangesNothing() throws Exception {
    List<ExampleStates> examples = examples(new Random(8), 60);
    Map<Integer, RoundedVector> alone = learn(examples, OutputLearningTest::onThisThread);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Map<Integer, RoundedVector> together = learn(examples, tasks -> onThreads(tasks, threads));
      assertThat(together.keySet()).isEqualTo(alone.keySet());
      together.forEach(
          (token, row) -> {
            assertThat(row.scale()).isEqualTo(row(alone, token).scale());
            assertThat(row.integers()).isEqualTo(row(alone, token).integers());
          });
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void graphHasTheNewVectorsAndNoOtherChange() {
    byte[] graph = ModelFiles.of(null).read("decoder.onnx");
    float[] values = new float[LAYER.width()];
    values[3] = 2;
    values[5] = -1;
    byte[] changed = LAYER.graphWith(Map.of(TOKEN, RoundedVector.of(values)));
    OutputMatrix read = OutputMatrix.find(changed, LAYER.width(), LAYER.vocabulary()).orElseThrow();
    assertThat(read.row(TOKEN)[3]).isEqualTo(2);
    assertThat(read.row(TOKEN)[5]).isBetween(-1.01f, -0.99f);
    assertThat(read.row(RIVAL)).isEqualTo(LAYER.row(RIVAL));
    assertThat(changed).hasSameSizeAs(graph);
    assertThat(LAYER.graphWith(Map.of())).isEqualTo(graph);
  }

  @Test
  void whatIsNoGraphHasNoLayer() {
    assertThat(OutputMatrix.find(new byte[] {58, 127, 1}, 8, 8)).isEmpty();
    assertThat(OutputMatrix.find(new byte[0], 8, 8)).isEmpty();
  }

  /** Two kinds of states beside noise; the answer to both was RIVAL before. */
  private static List<ExampleStates> examples(Random random, int count) {
    List<ExampleStates> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] tokens = new int[4];
      short[] rivals = new short[4 * ExampleStates.RIVALS];
      float[][] states = new float[4][LAYER.width()];
      float[] base = LAYER.row(RIVAL);
      for (int place = 0; place < 4; place++) {
        boolean other = place == 1;
        tokens[place] = other ? TOKEN : RIVAL;
        for (int rival = 0; rival < ExampleStates.RIVALS; rival++) {
          rivals[place * ExampleStates.RIVALS + rival] = (short) (RIVAL + rival);
        }
        for (int j = 0; j < LAYER.width(); j++) {
          states[place][j] = 5 * base[j] + (float) random.nextGaussian() / 2;
        }
        for (int j = 0; j < 150; j++) {
          states[place][j] += other ? 1 : -1;
        }
      }
      examples.add(ExampleStates.of(tokens, rivals, states));
    }
    return examples;
  }

  private static Map<Integer, RoundedVector> learn(
      List<ExampleStates> examples, Consumer<List<Callable<Void>>> parallel) {
    return new OutputLearning(LAYER, examples, parallel).learn(done -> {});
  }

  private static RoundedVector row(Map<Integer, RoundedVector> rows, int token) {
    return rows.getOrDefault(token, RoundedVector.of(LAYER.row(token)));
  }

  private static float logit(RoundedVector row, float[] state) {
    float sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += state[i] * row.integers()[i] * row.scale();
    }
    return sum;
  }

  private static float logit(float[] row, float[] state) {
    float sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += state[i] * row[i];
    }
    return sum;
  }

  private static void onThisThread(List<Callable<Void>> tasks) {
    for (Callable<Void> task : tasks) {
      try {
        task.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void onThreads(List<Callable<Void>> tasks, ExecutorService threads) {
    try {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutputMatrix defaultLayer() {
    ModelFiles files = ModelFiles.of(null);
    ModelDescription.Network shape =
        ModelDescription.parse(files.read("model.json"), "model.json").network();
    return OutputMatrix.find(files.read("decoder.onnx"), shape.d(), shape.vocabulary())
        .orElseThrow();
  }
}
