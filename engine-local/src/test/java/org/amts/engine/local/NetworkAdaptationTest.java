package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.amts.engine.Example;
import org.junit.jupiter.api.Test;

class NetworkAdaptationTest {

  /** The Chinese D2L marks what goes on its slides, the English does not. */
  @Test
  void translatorsOwnBracketsAreNotLearnt() {
    Example marked = Example.of("Attention", "[**注意力**]");
    assertThat(NetworkAdaptation.hasMarksOfItsOwn(marked)).isTrue();
    assertThat(NetworkAdaptation.hasMarksOfItsOwn(marked.reversed()))
        .as("to drop them can be learnt")
        .isFalse();
    assertThat(NetworkAdaptation.hasMarksOfItsOwn(Example.of("*Attention*", "注意力"))).isFalse();
    assertThat(NetworkAdaptation.hasMarksOfItsOwn(Example.of("See [it](a.md).", "见[它](a.md)。")))
        .isFalse();
  }
}
