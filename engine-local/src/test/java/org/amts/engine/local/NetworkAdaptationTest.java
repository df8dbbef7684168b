package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.amts.engine.Example;
import org.junit.jupiter.api.Test;

class NetworkAdaptationTest {

  @Test
  void aFewNewOrChangedExamplesAreNoReasonToLearnAgain() {
    assertThat(NetworkAdaptation.isRecent(examples(0, 100), examples(0, 100))).isTrue();
    assertThat(NetworkAdaptation.isRecent(examples(0, 100), examples(0, 108))).isTrue();
    assertThat(NetworkAdaptation.isRecent(examples(0, 100), examples(5, 105)))
        .as("five of them changed")
        .isTrue();
  }

  @Test
  void manyAre() {
    assertThat(NetworkAdaptation.isRecent(examples(0, 100), examples(0, 120))).isFalse();
    assertThat(NetworkAdaptation.isRecent(examples(0, 100), examples(20, 100))).isFalse();
    assertThat(NetworkAdaptation.isRecent(Set.of(), examples(0, 1))).isFalse();
  }

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

  private static Set<ExampleKey> examples(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(number -> new ExampleKey(number, 0))
        .collect(Collectors.toSet());
  }
}
