package org.amts.engine.local.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestKeysTest {

  @Test
  void choosesAsSortingDoes() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int count = random.nextInt(60);
      int range = 1 + random.nextInt(BestKeys.LARGEST + 1);
      int[] keys = random.ints(count, 0, range).toArray();
      BestKeys best = new BestKeys();
      IntStream.range(0, count).forEach(id -> best.offer(id, keys[id]));
      int wanted = 1 + random.nextInt(70);
      List<Integer> expected =
          IntStream.range(0, count)
              .boxed()
              .sorted(
                  Comparator.comparingInt((Integer id) -> keys[id])
                      .thenComparing(Comparator.naturalOrder())
                      .reversed())
              .limit(wanted)
              .sorted()
              .toList();
      assertThat(Arrays.stream(best.best(wanted)).sorted().boxed().toList())
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }
}
