package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AvoidedWordsRuleTest {

  /** Of the default model, for its pieces are those that real words are made of. */
  private static final Vocabulary PIECES =
      Vocabulary.parse(ModelFiles.of(null).read("spm.model"), "spm.model");

  private final AvoidedWordsRule rule = new AvoidedWordsRule(PIECES, Set.of("token"));

  @Test
  void aWordCannotBegin() {
    assertThat(isForbidden("▁token", "个")).isTrue();
    assertThat(isForbidden("token", "个")).isTrue();
    assertThat(isForbidden("▁to", "个")).isTrue();
    assertThat(isForbidden("t", "▁")).isTrue();
  }

  @Test
  void otherWordsAndSpacesCan() {
    assertThat(isForbidden("▁", "个")).isFalse();
    assertThat(isForbidden("▁the", "个")).isFalse();
    assertThat(isForbidden("词", "个")).isFalse();
  }

  @Test
  void anotherWordCanGoOnWithTheSameLetters() {
    assertThat(isForbidden("t", "▁S")).isFalse();
  }

  private boolean isForbidden(String piece, String previous) {
    TokenSequence tokens = new TokenSequence();
    tokens.add(PIECES.id(previous));
    float[] logits = new float[PIECES.size()];
    rule.apply(tokens, logits);
    return logits[PIECES.id(piece)] == TokenRule.FORBIDDEN;
  }
}
