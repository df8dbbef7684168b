package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermRuleTest {

  /** Of the default model, for its pieces are those that real terms are made of. */
  private static final Vocabulary PIECES =
      Vocabulary.parse(ModelFiles.of(null).read("spm.model"), "spm.model");

  @Test
  void beginsWithGivenTokensThenSpellsTheTermThenIsFree() {
    int[] before = {PIECES.id("▁The"), PIECES.id("▁model")};
    TermRule rule = new TermRule(PIECES, before, "learning rate");
    TokenSequence tokens = new TokenSequence();
    for (int i = 0; i < before.length; i++) {
      tokens.add(only(allowed(rule, tokens)));
    }
    assertThat(tokens.toArray()).isEqualTo(before);
    StringBuilder spelled = new StringBuilder();
    while (!spelled.toString().equals("▁learning▁rate")) {
      boolean[] allowed = allowed(rule, tokens);
      int longest = -1;
      for (int id = 0; id < allowed.length; id++) {
        if (allowed[id]) {
          assertThat("▁learning▁rate").startsWith(spelled + PIECES.text(id));
          longest =
              longest < 0 || PIECES.text(id).length() > PIECES.text(longest).length()
                  ? id
                  : longest;
        }
      }
      tokens.add(longest);
      spelled.append(PIECES.text(longest));
    }
    boolean[] after = allowed(rule, tokens);
    assertThat(after[PIECES.id("▁of")]).isTrue();
    assertThat(after[PIECES.id(".")]).isTrue();
    assertThat(after[PIECES.id("s")]).as("glued to the term").isFalse();
    tokens.add(PIECES.id("▁of"));
    assertThat(allowed(rule, tokens)[PIECES.id("s")]).isTrue();
  }

  @Test
  void aTermIsNotGluedToAWordNorApartFromHanCharacters() {
    assertThat(texts(TermRule.first(PIECES, "▁model", "rate"))).allMatch(t -> t.startsWith("▁"));
    assertThat(texts(TermRule.first(PIECES, "(", "rate"))).anyMatch(t -> t.equals("r"));
    assertThat(texts(TermRule.first(PIECES, "模型", "学习率"))).noneMatch(t -> t.startsWith("▁"));
    assertThat(texts(TermRule.first(PIECES, "", "学习率"))).anyMatch(t -> t.startsWith("▁"));
    assertThat(TermRule.beginsWord("▁a")).isTrue();
    assertThat(TermRule.beginsWord("学")).isTrue();
    assertThat(TermRule.beginsWord("ing")).isFalse();
  }

  @Test
  void whatTheVocabularyLacksCannotBeSpelled() {
    assertThat(TermRule.canSpell(PIECES, "tasa de aprendizaje")).isTrue();
    assertThat(TermRule.canSpell(PIECES, "\uD842\uDFB7")).isFalse();
  }

  private static List<String> texts(int[] ids) {
    return Arrays.stream(ids).mapToObj(PIECES::text).toList();
  }

  private static int only(boolean[] allowed) {
    int found = -1;
    for (int id = 0; id < allowed.length; id++) {
      if (allowed[id]) {
        assertThat(found).as("more than one token is allowed").isEqualTo(-1);
        found = id;
      }
    }
    return found;
  }

  private static boolean[] allowed(TermRule rule, TokenSequence tokens) {
    float[] logits = new float[PIECES.size()];
    rule.apply(tokens, logits);
    boolean[] allowed = new boolean[logits.length];
    for (int id = 0; id < logits.length; id++) {
      allowed[id] = logits[id] != TokenRule.FORBIDDEN;
    }
    return allowed;
  }
}
