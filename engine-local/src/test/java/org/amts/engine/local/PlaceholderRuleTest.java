package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderRuleTest {

  private static final int END = 3;
  private static final PlaceholderRule RULE =
      new PlaceholderRule(Map.of(5, 1, 6, 2), new int[] {5, 6, 7}, END);

  @Test
  void forbidsForeignAndUsedUpPlaceholders() {
    float[] logits = logitsAfter(5, 6);
    assertThat(logits[5]).isEqualTo(TokenRule.FORBIDDEN);
    assertThat(logits[6]).isGreaterThan(0);
    assertThat(logits[7]).isEqualTo(TokenRule.FORBIDDEN);
  }

  @Test
  void putsTheLikeliestMissingOneInPlaceOfTheEnd() {
    TokenSequence tokens = new TokenSequence();
    tokens.add(6);
    float[] logits = {0, 0, 0, 9, 0, 1, 2, 3};
    RULE.apply(tokens, logits);
    assertThat(logits[END]).isEqualTo(TokenRule.FORBIDDEN);
    assertThat(logits[6]).isEqualTo(9);
    assertThat(logits[5]).isLessThan(9);
  }

  @Test
  void leavesACompleteAnswerItsEnd() {
    assertThat(logitsAfter(6, 5, 6)[END]).isZero();
  }

  private static float[] logitsAfter(int... before) {
    TokenSequence tokens = new TokenSequence();
    for (int token : before) {
      tokens.add(token);
    }
    float[] logits = new float[8];
    RULE.apply(tokens, logits);
    return logits;
  }
}
