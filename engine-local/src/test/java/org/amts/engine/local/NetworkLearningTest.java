package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NetworkLearningTest {

  private static final NetworkLearning.Parallel ALONE =
      new NetworkLearning.Parallel() {
        @Override
        public <T> List<T> run(List<Callable<T>> computations) {
          List<T> results = new ArrayList<>();
          for (Callable<T> each : computations) {
            try {
              results.add(each.call());
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
          return results;
        }
      };

  @Test
  void learnsWhatTheExamplesSay() {
    List<Double> shares = new ArrayList<>();
    NetworkLearning.Learnt learnt =
        learn(LearningModel.sentences(1500, new Random(1)), ALONE, shares);
    assertThat(learnt.isEmpty()).isFalse();
    assertThat(learnt.factors()).containsKeys("up.dec.0.f1", "down.enc.0.f2");
    assertThat(learnt.output().keySet()).contains(30, 49).doesNotContain(10, 55);
    assertThat(learnt.embedding().keySet()).contains(2, 10, 30).doesNotContain(9, 55);
    assertThat(shares).isSorted();
    assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
  }

  /** Every tenth of 50 stretches, which is kept to check with, has a vocabulary of its own. */
  @Test
  void whatDoesNotHoldForOtherExamplesIsNotFollowed() {
    List<StateReader.Readable> examples = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      examples.add(LearningModel.sentence(i / 20 % 10 == 5 ? 50 : 30, new Random(i)));
    }
    assertThat(learn(examples, ALONE, new ArrayList<>()).isEmpty()).isTrue();
  }

  @Test
  void numberOfThreadsChangesNothing() {
    List<StateReader.Readable> examples = LearningModel.sentences(300, new Random(3));
    NetworkLearning.Learnt alone = learn(examples, ALONE, new ArrayList<>());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      NetworkLearning.Learnt together = learn(examples, new OnThreads(threads), new ArrayList<>());
      assertThat(together.factors().keySet()).isEqualTo(alone.factors().keySet());
      together
          .factors()
          .forEach((name, values) -> assertThat(values).isEqualTo(alone.factors().get(name)));
      together
          .output()
          .forEach((token, values) -> assertThat(values).isEqualTo(alone.output().get(token)));
      together
          .embedding()
          .forEach((token, values) -> assertThat(values).isEqualTo(alone.embedding().get(token)));
    } finally {
      threads.shutdownNow();
    }
  }

  private static NetworkLearning.Learnt learn(
      List<StateReader.Readable> examples, NetworkLearning.Parallel parallel, List<Double> shares) {
    try (LearningGraph graph = LearningModel.graph()) {
      return new NetworkLearning(
              graph,
              examples,
              LearningModel.WEIGHTS.embedding(),
              LearningModel.WEIGHTS.output(),
              parallel)
          .learn(shares::add);
    }
  }

  private record OnThreads(ExecutorService threads) implements NetworkLearning.Parallel {
    @Override
    public <T> List<T> run(List<Callable<T>> computations) {
      try {
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(computations)) {
          results.add(done.get());
        }
        return results;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
