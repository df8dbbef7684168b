package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See [it]⟦0⟧.            | 见[它]⟦0⟧。                | 见[它]⟦0⟧。",
        "See [it]⟦0⟧.            | 见[它] ⟦0⟧。               | 见[它]⟦0⟧。",
        "See [it]⟦0⟧.            | 见[它]。⟦0⟧                | 见[它]⟦0⟧。",
        "See [it]⟦0⟧.            | Ver ⟦0⟧ [eso].             | Ver [eso]⟦0⟧.",
        "[a]⟦0⟧ and [b]⟦1⟧       | [a] ⟦0⟧ y [b] ⟦1⟧          | [a]⟦0⟧ y [b]⟦1⟧",
        "![plot]⟦0⟧              | [gráfico]⟦0⟧               | ![gráfico]⟦0⟧",
        "[plot]⟦0⟧               | ![gráfico]⟦0⟧              | [gráfico]⟦0⟧",
        "[![b]⟦0⟧]⟦1⟧            | [![b] ⟦0⟧]⟦1⟧              | [![b]⟦0⟧]⟦1⟧",
        "⟦0⟧ is code             | ⟦0⟧ es código              | ⟦0⟧ es código",
        "[1] says ⟦0⟧            | [1] dice ⟦0⟧               | [1] dice ⟦0⟧",
        "[1] and [it]⟦0⟧         | [1] y [eso]⟦0⟧             | [1] y [eso]⟦0⟧",
      })
  void keepsTargetsBehindTheirText(String source, String target, String repaired) {
    assertThat(LinkMarks.repair(source, target)).contains(repaired);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See [it]⟦0⟧.      | 见它⟦0⟧。",
        "See [it]⟦0⟧.      | 见它]⟦0⟧。",
        "[a]⟦0⟧, [b]⟦1⟧    | [a]⟦0⟧, b ⟦1⟧",
        "[1] and [it]⟦0⟧   | [1] y [eso] ⟦0⟧",
      })
  void saysWhatItCannotRepair(String source, String target) {
    assertThat(LinkMarks.repair(source, target)).isEmpty();
  }

  @Test
  void takesAnyText() {
    for (long seed = 0; seed < 500; seed++) {
      RandomText random = new RandomText(seed);
      String source = random.segment(6, 3).text() + " [x]⟦0⟧";
      String target = random.segment(6, 3).text();
      LinkMarks.repair(source, target)
          .ifPresent(
              repaired ->
                  assertThat(repaired.replaceAll("[ !]", "").chars().sorted().toArray())
                      .as(random.toString())
                      .isEqualTo(target.replaceAll("[ !]", "").chars().sorted().toArray()));
    }
  }
}
