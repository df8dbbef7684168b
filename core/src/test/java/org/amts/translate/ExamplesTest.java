package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Example;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void theyArePreparedAsTheTextIs() {
    List<Example> examples =
        Examples.of(
            List.of(
                new ParallelPair("[**Run `x`**].", "[**运行`x`**]。"),
                new ParallelPair("Run `x`.", "[**运行`x`**]。")));
    assertThat(examples.get(0).source().text()).isEqualTo("⟦1⟧Run ⟦0⟧⟦2⟧.");
    assertThat(examples.get(0).target()).isEqualTo("⟦1⟧运行⟦0⟧⟦2⟧。");
    assertThat(examples.get(1).target()).isEqualTo("[**运行⟦0⟧**]。");
  }
}
