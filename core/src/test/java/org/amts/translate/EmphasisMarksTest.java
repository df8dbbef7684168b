package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmphasisMarksTest {

  @ParameterizedTest
  @CsvSource({
    "*a* b, *x* y, *x* y", // right
    "*a* b, x y, x y", // lost: nothing to repair
    "*a* b, *x y, x y", // one of two lost
    "*a* b, *x* *y*, x y", // more than there were
    "**a** and *b*, **x** und *y, **x** und y", // each kind for itself
    "2 * 3, 2 * 3, 2 * 3", // no emphasis
    "a, \\*x, \\*x", // escaped
    "a b, ***x, x",
  })
  void takesOutWhatCannotBeRight(String source, String translation, String repaired) {
    assertThat(EmphasisMarks.repair(source, translation)).isEqualTo(repaired);
  }
}
