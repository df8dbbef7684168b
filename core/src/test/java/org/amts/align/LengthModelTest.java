package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthModelTest {

  private final LengthModel model = LengthModel.ofMeans(90, 30, 225);

  @Test
  void theExpectedLengthScoresBest() {
    double expected = model.score(90, 30, 1);
    assertThat(expected).isPositive();
    assertThat(model.score(90, 15, 1)).isLessThan(expected);
    assertThat(model.score(90, 60, 1)).isLessThan(expected);
  }

  @Test
  void noLengthIsDecisive() {
    assertThat(model.score(1, 100_000, 1)).isBetween(-4.0, 0.0);
    assertThat(model.score(100_000, 0, 1)).isBetween(-4.0, 0.0);
    assertThat(model.score(0, 0, 1)).isBetween(-4.0, 4.0);
  }

  @Test
  void ratioAndSpreadAreLearntInSpiteOfWrongPairs() {
    Random random = new Random(5);
    float[] source = new float[400];
    float[] target = new float[400];
    for (int i = 0; i < 400; i++) {
      source[i] = 20 + random.nextInt(150);
      double ratio = i % 10 == 0 ? 3 : 0.5 * Math.exp(0.1 * random.nextGaussian());
      target[i] = (float) (source[i] * ratio);
    }
    LengthModel learnt = model.learn(source, target);
    assertThat(learnt.ratio()).isCloseTo(0.5, within(0.05));
    assertThat(learnt.spread()).isBetween(0.1, 0.2);
  }

  @Test
  void aFewPairsTeachNothing() {
    assertThat(model.learn(new float[] {10}, new float[] {50})).isEqualTo(model);
  }

  @Test
  void textsWithoutLengthHaveAModel() {
    LengthModel none = LengthModel.ofMeans(0, 0, 0);
    assertThat(none.ratio()).isEqualTo(1);
    assertThat(none.score(0, 0, 1)).isBetween(-4.0, 4.0);
  }
}
