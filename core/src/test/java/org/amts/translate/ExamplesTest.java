package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Example;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void theyHaveNoMarksForSlides() {
    List<Example> examples =
        Examples.of(
            List.of(
                new ParallelPair("[**Run `x`**].", "[**运行`x`**]。"),
                new ParallelPair("Run `x`.", "[**运行`x`**]。")));
    assertThat(examples).extracting(example -> example.source().text()).containsOnly("Run ⟦0⟧.");
    assertThat(examples).extracting(Example::target).containsOnly("运行⟦0⟧。");
  }
}
