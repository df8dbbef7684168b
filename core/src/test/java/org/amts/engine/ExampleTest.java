package org.amts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExampleTest {

  @Test
  void spansOfBothTextsShareANumber() {
    Example example = Example.of("Use `a` then `b`.", "先用 `b` 再用 `a`。");
    assertThat(example.source().text()).isEqualTo("Use ⟦0⟧ then ⟦1⟧.");
    assertThat(example.target()).isEqualTo("先用 ⟦1⟧ 再用 ⟦0⟧。");
  }

  @Test
  void spanThatTheSourceLacksStandsAsItIs() {
    Example example = Example.of("Use `a`.", "用 `a`（`b`）。");
    assertThat(example.target()).isEqualTo("用 ⟦0⟧（`b`）。");
  }

  @Test
  void reversedIsTheExampleOfTheOtherDirection() {
    Example example = Example.of("Use `a` then `b`.", "先用 `b` 再用 `a`。").reversed();
    assertThat(example.source().text()).isEqualTo("先用 ⟦0⟧ 再用 ⟦1⟧。");
    assertThat(example.source().placeholders().get(0).original()).isEqualTo("`b`");
    assertThat(example.target()).isEqualTo("Use ⟦1⟧ then ⟦0⟧.");
  }

  @Test
  void spanThatTheTargetLacksStandsAsItIsWhenReversed() {
    Example example = Example.of("Use `a` and `b`.", "用 `b`。").reversed();
    assertThat(example.source().text()).isEqualTo("用 ⟦0⟧。");
    assertThat(example.target()).isEqualTo("Use `a` and ⟦0⟧.");
  }
}
