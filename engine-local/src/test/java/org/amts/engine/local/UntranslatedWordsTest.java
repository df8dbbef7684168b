package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntranslatedWordsTest {

  @Test
  void findsSmallLettersBesideHanCharacters() {
    assertThat(UntranslatedWords.of("each token of a minibatch", "每个token的小批量minibatch"))
        .containsExactlyInAnyOrder("token", "minibatch");
  }

  @Test
  void namesAbbreviationsAndShortWordsAreNoFault() {
    assertThat(
            UntranslatedWords.of(
                "Docker, kNN, tf and skip-gram with word2vec", "Docker、kNN、tf、skip-gram、word2vec"))
        .isEmpty();
  }

  @Test
  void anOriginalInBracketsIsNoFault() {
    assertThat(UntranslatedWords.of("a *token*", "*词元*（token）和*词元*(token)")).isEmpty();
  }

  @Test
  void aWordThatTheSourceLacksAndAPlaceholderAreNoFault() {
    assertThat(UntranslatedWords.of("the model ⟦0⟧", "tensor ⟦0⟧")).isEmpty();
  }
}
