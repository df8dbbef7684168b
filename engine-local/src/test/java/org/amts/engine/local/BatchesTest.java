package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private final Random random = new Random(1);
  private final List<Integer> lengths =
      IntStream.range(0, 500).mapToObj(i -> 2 + random.nextInt(250)).toList();

  @Test
  void padsToAMultipleOfEight() {
    assertThat(IntStream.of(1, 8, 9, 251).map(Batches::paddedLength))
        .containsExactly(8, 8, 16, 256);
  }

  @Test
  void batchesHaveOnePaddedLengthAndTheLongestComeFirst() {
    List<List<Integer>> batches = Batches.of(lengths, length -> length, 1, true);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(lengths);
    int before = Integer.MAX_VALUE;
    for (List<Integer> batch : batches) {
      assertThat(batch.stream().map(Batches::paddedLength).distinct()).hasSize(1);
      int padded = Batches.paddedLength(batch.get(0));
      assertThat(padded).isLessThanOrEqualTo(before);
      assertThat(batch.size() * padded).isLessThanOrEqualTo(2048);
      before = padded;
    }
  }

  @Test
  void aWiderBeamMakesSmallerBatches() {
    assertThat(Batches.of(List.of(5, 5, 5, 5, 5, 5, 5, 5, 5), length -> length, 4, true))
        .extracting(List::size)
        .containsExactly(8, 1);
  }

  @Test
  void sentencesThatMayNotShareABatchDoNot() {
    assertThat(Batches.of(lengths, length -> length, 1, false)).hasSize(500);
  }
}
