package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

  private static final int[] PLAIN = {1, 2, 3, 4, 5, 6};

  @Test
  void aTokenEightTimesIsALoop() {
    assertThat(new Repetitions(PLAIN).loopIn(new int[] {9, 7, 7, 7, 7, 7, 7, 7})).isFalse();
    assertThat(new Repetitions(PLAIN).loopIn(new int[] {9, 7, 7, 7, 7, 7, 7, 7, 7})).isTrue();
  }

  @Test
  void aPhraseThreeTimesIsALoop() {
    int[] twice = {7, 8, 9, 10, 7, 8, 9, 10};
    int[] thrice = {7, 8, 9, 10, 7, 8, 9, 10, 7, 8, 9, 10, 2};
    assertThat(new Repetitions(PLAIN).loopIn(twice)).isFalse();
    assertThat(new Repetitions(PLAIN).loopIn(thrice)).isTrue();
  }

  @Test
  void whatTheSourceRepeatsTheAnswerMayRepeat() {
    int[] zeros = {9, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    assertThat(new Repetitions(zeros).loopIn(zeros)).isFalse();
  }

  @Test
  void underTheRuleNothingLoops() {
    Random random = new Random(3);
    Repetitions repetitions = new Repetitions(PLAIN);
    TokenSequence tokens = new TokenSequence();
    for (int i = 0; i < 400; i++) {
      // A model that wants the same three tokens all the time, a little more or less.
      float[] logits = {3, 3 + random.nextFloat(), 3 + random.nextFloat(), 1, 1, 1, 1, 1};
      repetitions.rule().apply(tokens, logits);
      int best = 0;
      for (int token = 1; token < logits.length; token++) {
        best = logits[token] > logits[best] ? token : best;
      }
      tokens.add(best);
    }
    assertThat(repetitions.loopIn(tokens.toArray())).isFalse();
  }
}
