package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearningBatchTest {

  @Test
  void everyExampleIsInOneBatchOfNoMoreThanSoManyTokens() {
    List<StateReader.Readable> examples = LearningModel.sentences(3000, new Random(5));
    for (int tokens : new int[] {40, 128, 512}) {
      List<LearningBatch> batches = LearningBatch.drawn(examples, tokens, new Random(6));
      List<StateReader.Readable> found = new ArrayList<>();
      for (LearningBatch batch : batches) {
        int longest =
            batch.examples().stream()
                .mapToInt(each -> Math.max(each.source().length, each.said().length))
                .max()
                .orElseThrow();
        assertThat(longest * batch.examples().size()).isLessThanOrEqualTo(tokens);
        found.addAll(batch.examples());
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(examples);
    }
  }

  @Test
  void oneThatIsTooLongIsAlone() {
    List<StateReader.Readable> examples = LearningModel.sentences(10, new Random(7));
    assertThat(LearningBatch.byLength(examples, 1))
        .hasSize(10)
        .allSatisfy(batch -> assertThat(batch.examples()).hasSize(1));
  }
}
