package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogSoftmaxTest {

  @Test
  void equalsTheExactSum() {
    Random random = new Random(2);
    for (double spread : new double[] {0.01, 1, 5, 30}) {
      float[] logits = new float[16000];
      double sum = 0;
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (float) (random.nextGaussian() * spread - 12);
        sum += Math.exp(logits[i]);
      }
      assertThat(LogSoftmax.normalizer(logits)).isCloseTo(Math.log(sum), within(1e-7));
    }
  }

  @Test
  void forbiddenTokensCountNothing() {
    float[] logits = {TokenRule.FORBIDDEN, 3, TokenRule.FORBIDDEN};
    assertThat(LogSoftmax.normalizer(logits)).isEqualTo(3);
  }
}
