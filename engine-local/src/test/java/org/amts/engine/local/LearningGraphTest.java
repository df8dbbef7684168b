package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class LearningGraphTest {

  private static final float STEP = 1e-2f;

  /** A small step along each gradient changes the loss by as much as the gradient says. */
  @Test
  void gradientsAreThoseOfTheLoss() {
    Random random = new Random(4);
    LearningBatch batch = new LearningBatch(LearningModel.sentences(9, random));
    float[][] embedding = LearningModel.WEIGHTS.embedding();
    float[][] output = LearningModel.WEIGHTS.output();
    TreeMap<String, LearntFactor> factors = new TreeMap<>();
    try (LearningGraph graph = LearningModel.graph()) {
      graph.factors().forEach((name, size) -> factors.put(name, LearntFactor.random(size, random)));
      assertThat(factors).hasSize(2 * (4 + 8)); // layers of the encoder and of the decoder
      DoubleSupplier loss = () -> lesson(graph, batch, embedding, output, factors).loss();
      LearningGraph.Lesson lesson = lesson(graph, batch, embedding, output, factors);
      assertThat(lesson.factors().keySet()).isEqualTo(factors.keySet());
      factors.forEach(
          (name, factor) ->
              check(
                  name,
                  factor.values(),
                  lesson.factors().get(name),
                  () -> {
                    factor.show(1);
                    return loss.getAsDouble();
                  }));
      int[] read = tokensRead(batch);
      for (int place : new int[] {1, read.length - 1}) {
        check("embedding", embedding[read[place]], part(lesson.embedding(), place), loss);
      }
      Candidates candidates = candidates(batch);
      int answer = batch.examples().get(0).said()[0];
      float[] gradient = part(lesson.output(), candidates.place(answer));
      check("output", output[answer], gradient, loss);
    } finally {
      factors.values().forEach(LearntFactor::close);
    }
  }

  private static void check(String name, float[] values, float[] gradient, DoubleSupplier loss) {
    double expected = length(gradient);
    assertThat(expected).as(name).isPositive();
    add(values, gradient, STEP / expected);
    double more = loss.getAsDouble();
    add(values, gradient, -2 * STEP / expected);
    double less = loss.getAsDouble();
    add(values, gradient, STEP / expected);
    loss.getAsDouble();
    assertThat((more - less) / (2 * STEP))
        .as(name)
        .isCloseTo(expected, within(0.02 * expected + 0.01));
  }

  /** What an example is filled up with, and what stands beside it, does not change what it says. */
  @Test
  void examplesOfABatchDoNotSeeEachOther() {
    Random random = new Random(5);
    List<StateReader.Readable> sentences = LearningModel.sentences(6, random);
    TreeMap<String, LearntFactor> factors = new TreeMap<>();
    try (LearningGraph graph = LearningModel.graph()) {
      graph.factors().forEach((name, size) -> factors.put(name, LearntFactor.random(size, random)));
      LearningBatch together = new LearningBatch(sentences);
      float[][] embedding = LearningModel.WEIGHTS.embedding();
      float[][] output = LearningModel.WEIGHTS.output();
      double sum = 0;
      for (StateReader.Readable sentence : sentences) {
        LearningBatch alone = new LearningBatch(List.of(sentence));
        sum += lesson(graph, alone, embedding, output, factors).loss();
      }
      assertThat(lesson(graph, together, embedding, output, factors).loss())
          .isCloseTo(sum, within(1e-3));
    } finally {
      factors.values().forEach(LearntFactor::close);
    }
  }

  private static LearningGraph.Lesson lesson(
      LearningGraph graph,
      LearningBatch batch,
      float[][] embedding,
      float[][] output,
      Map<String, LearntFactor> factors) {
    try (LearningGraph.Step step =
        new LearningGraph.Step(
            List.of(batch),
            candidates(batch),
            new TokenVectors(embedding, new BitSet()),
            new TokenVectors(output, new BitSet()),
            0)) {
      LearningGraph.Lesson lesson = graph.lesson(batch, step, factors);
      // the gradients are those of the mean
      float answers = batch.answers();
      for (float[] gradient : lesson.factors().values()) {
        multiply(gradient, answers);
      }
      multiply(lesson.output(), answers);
      multiply(lesson.embedding(), answers);
      return lesson;
    }
  }

  private static Candidates candidates(LearningBatch batch) {
    return Candidates.of(List.of(batch), LearningModel.VOCABULARY, 1000, new Random(1));
  }

  private static int[] tokensRead(LearningBatch batch) {
    BitSet read = new BitSet();
    batch.addTokensRead(read);
    return read.stream().toArray();
  }

  private static float[] part(float[] vectors, int place) {
    int from = place * LearningModel.WIDTH;
    return Arrays.copyOfRange(vectors, from, from + LearningModel.WIDTH);
  }

  private static void multiply(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static void add(float[] to, float[] values, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += (float) (factor * values[i]);
    }
  }
}
