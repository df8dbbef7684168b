package org.amts.engine.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Adapts the network to examples by learning from them: every linear layer gets a change of low
 * rank (LoRA; Hu et al. 2022, <i>LoRA: Low-Rank Adaptation of Large Language Models</i>), and the
 * vectors of all tokens that occur change, in the embedding and in the output layer. The factor
 * that begins at zero learns faster than the other (Hayou et al. 2024, <i>LoRA+: Efficient Low Rank
 * Adaptation of Large Models</i>); all rates fall in a straight line to zero.
 *
 * <p>A tenth of the examples, in stretches and at most {@value #MOST_CHECKED}, is not learnt from:
 * it decides how far what was learnt is followed, from not at all, if it does not make them
 * likelier, to all the way. So examples that are too few, or too unlike each other, do no harm.
 *
 * <p>On one kind of processor the result depends on nothing but the examples and their order,
 * whatever the number of threads: a step's batches are always the same, each is computed on one
 * thread, and their gradients are added in their order.
 */
final class NetworkLearning {

  /** Few examples are seen in smaller steps and more than once, or they would hardly be heard. */
  private static final int ENOUGH_STEPS = 120;

  private static final int MOST_EPOCHS = 3;

  /** Batches that are computed side by side and make one step. */
  private static final int STEP_BATCHES = 4;

  /** Tokens of a batch; in smaller ones, a core computes fewer of them a second. */
  private static final int LEAST_BATCH = 128;

  private static final int MOST_BATCH = 512;

  /** Tokens that are drawn for each step beside its answers. */
  private static final int DRAWN = 2048;

  /** Stretches into which the examples are divided; every tenth is kept to check with. */
  private static final int STRETCHES = 50;

  private static final int CHECKED = 10;
  private static final int MOST_CHECKED = 250;

  /** How far what was learnt may be followed. */
  private static final float[] STRENGTHS = {0, 0.5f, 0.75f, 1};

  private static final int WARM_UP = 10;
  private static final double DOWN_RATE = 5e-4;
  private static final double UP_RATE = 4e-3;
  private static final double VECTOR_RATE = 1e-3;
  private static final double EMBEDDING_RATE = 2e-2;
  private static final float SMOOTHING = 0.1f;

  private final LearningGraph graph;
  private final List<StateReader.Readable> learntFrom = new ArrayList<>();
  private final List<StateReader.Readable> checked = new ArrayList<>();
  private final int batchTokens;
  private final TokenVectors embedding;
  private final TokenVectors output;
  private final TreeMap<String, LearntFactor> factors = new TreeMap<>();
  private final Parallel parallel;
  private final Random random = new Random(1); // specified to the bit, on every platform

  /** Runs computations on as many threads as there are, and waits for the end. */
  interface Parallel {
    /** The results, in the same order. */
    <T> List<T> run(List<Callable<T>> computations);
  }

  /**
   * What was learnt, as far as it is to be followed.
   *
   * @param factors by their names in the learning graph
   * @param embedding new vectors of the embedding, by token
   * @param output new vectors of the output layer, by token
   */
  record Learnt(
      Map<String, float[]> factors, Map<Integer, float[]> embedding, Map<Integer, float[]> output) {

    /** Whether it changes anything. */
    boolean isEmpty() {
      return factors.isEmpty();
    }
  }

  /**
   * @param examples at least one
   * @param embedding its vectors, by token
   * @param output the output layer's vectors, by token
   */
  NetworkLearning(
      LearningGraph graph,
      List<StateReader.Readable> examples,
      float[][] embedding,
      float[][] output,
      Parallel parallel) {
    this.graph = graph;
    this.parallel = parallel;
    for (int i = 0; i < examples.size(); i++) {
      (isChecked(i, examples.size()) ? checked : learntFrom).add(examples.get(i));
    }
    batchTokens = batchTokens(learntFrom);
    BitSet read = new BitSet();
    BitSet answers = new BitSet();
    for (LearningBatch batch : LearningBatch.byLength(learntFrom, batchTokens)) {
      batch.addTokensRead(read);
      batch.addAnswers(answers);
    }
    this.embedding = new TokenVectors(embedding, read);
    this.output = new TokenVectors(output, answers);
    graph
        .factors()
        .forEach(
            (name, size) ->
                factors.put(
                    name,
                    isDown(name) ? LearntFactor.random(size, random) : LearntFactor.zeros(size)));
  }

  /** So many that there are enough steps, if that is possible. */
  private static int batchTokens(List<StateReader.Readable> examples) {
    int tokens =
        examples.stream()
            .mapToInt(each -> Math.max(each.source().length, each.said().length))
            .sum();
    return Math.max(LEAST_BATCH, Math.min(MOST_BATCH, tokens / (ENOUGH_STEPS * STEP_BATCHES)));
  }

  private static boolean isDown(String factor) {
    return factor.startsWith(LearningGraph.DOWN);
  }

  private static boolean isChecked(int example, int size) {
    long stretch = (long) example * STRETCHES / size;
    int from = (int) ((stretch * size + STRETCHES - 1) / STRETCHES);
    return stretch % CHECKED == CHECKED / 2 && example - from < MOST_CHECKED * CHECKED / STRETCHES;
  }

  /**
   * Learns; can be called once.
   *
   * @param progress told the share of the work that is done
   */
  Learnt learn(DoubleConsumer progress) {
    try {
      List<LearningBatch> batches = LearningBatch.drawn(learntFrom, batchTokens, random);
      int each = (batches.size() + STEP_BATCHES - 1) / STEP_BATCHES;
      int epochs = Math.min(MOST_EPOCHS, (ENOUGH_STEPS + each - 1) / each);
      int steps = epochs * each;
      int done = 0;
      while (done < steps) {
        for (int from = 0; from < batches.size() && done < steps; from += STEP_BATCHES) {
          double ramp = Math.min(1, (done + 1.0) / WARM_UP) * (1 - (double) done / steps);
          step(batches.subList(from, Math.min(batches.size(), from + STEP_BATCHES)), ramp);
          progress.accept(++done / (steps + 1.0));
        }
        batches = LearningBatch.drawn(learntFrom, batchTokens, random);
      }
      Learnt learnt = learnt(bestStrength());
      progress.accept(1);
      return learnt;
    } finally {
      factors.values().forEach(LearntFactor::close);
    }
  }

  private void step(List<LearningBatch> batches, double ramp) {
    Candidates candidates = Candidates.of(batches, output.vocabulary(), DRAWN, random);
    try (LearningGraph.Step step =
        new LearningGraph.Step(batches, candidates, embedding, output, SMOOTHING)) {
      List<LearningGraph.Lesson> lessons = lessons(batches, step);
      output.change(
          candidates.tokens(), sum(lessons, LearningGraph.Lesson::output), VECTOR_RATE * ramp);
      embedding.change(
          step.tokens(), sum(lessons, LearningGraph.Lesson::embedding), EMBEDDING_RATE * ramp);
      parallel.run(
          factors.entrySet().stream()
              .<Callable<Boolean>>map(
                  each ->
                      () -> {
                        String name = each.getKey();
                        double rate = isDown(name) ? DOWN_RATE : UP_RATE;
                        each.getValue()
                            .change(sum(lessons, of -> of.factors().get(name)), rate * ramp);
                        return true;
                      })
              .toList());
    }
  }

  private static float[] sum(
      List<LearningGraph.Lesson> lessons, Function<LearningGraph.Lesson, float[]> part) {
    float[] sum = part.apply(lessons.get(0)).clone();
    for (LearningGraph.Lesson lesson : lessons.subList(1, lessons.size())) {
      float[] values = part.apply(lesson);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i];
      }
    }
    return sum;
  }

  private List<LearningGraph.Lesson> lessons(List<LearningBatch> batches, LearningGraph.Step step) {
    return parallel.run(
        batches.stream()
            .<Callable<LearningGraph.Lesson>>map(batch -> () -> graph.lesson(batch, step, factors))
            .toList());
  }

  /** The strength that makes the examples that are kept to check with likeliest. */
  private float bestStrength() {
    float best = 0;
    double least = Double.POSITIVE_INFINITY;
    List<LearningBatch> batches = LearningBatch.byLength(checked, batchTokens);
    for (float strength : STRENGTHS) {
      follow(strength);
      double loss = 0;
      Random same = new Random(2);
      for (int from = 0; from < batches.size(); from += STEP_BATCHES) {
        List<LearningBatch> part =
            batches.subList(from, Math.min(batches.size(), from + STEP_BATCHES));
        Candidates candidates = Candidates.of(part, output.vocabulary(), DRAWN, same);
        try (LearningGraph.Step step =
            new LearningGraph.Step(part, candidates, embedding, output, SMOOTHING)) {
          loss += lessons(part, step).stream().mapToDouble(LearningGraph.Lesson::loss).sum();
        }
      }
      if (loss < least) {
        least = loss;
        best = strength;
      }
    }
    return best;
  }

  private void follow(float strength) {
    factors.forEach((name, factor) -> factor.show(isDown(name) ? 1 : strength));
    embedding.follow(strength);
    output.follow(strength);
  }

  private Learnt learnt(float strength) {
    if (strength == 0) {
      return new Learnt(Map.of(), Map.of(), Map.of());
    }
    follow(strength);
    TreeMap<String, float[]> followed = new TreeMap<>();
    factors.forEach((name, factor) -> followed.put(name, factor.shown()));
    return new Learnt(followed, embedding.changed(), output.changed());
  }
}
