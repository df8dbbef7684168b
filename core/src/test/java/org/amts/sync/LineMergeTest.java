package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineMergeTest {

  private static final String OLD = "# sum\nx = 1\ny = 2\nz = 0\n# show\nprint(x)\n";
  private static final String OWN = "# suma\nx = 1\ny = 2\nz = 0\n# muestra\nprint(x)\n";

  @Test
  void changesOfBothAreBroughtTogether() {
    assertThat(LineMerge.merge(OLD, OWN, OLD)).isEqualTo(OWN);
    assertThat(LineMerge.merge(OLD, OLD, OWN)).isEqualTo(OWN);
    assertThat(LineMerge.merge(OLD, OWN, OLD.replace("y = 2\n", "y = 3\nv = 4\n")))
        .isEqualTo("# suma\nx = 1\ny = 3\nv = 4\nz = 0\n# muestra\nprint(x)\n");
    assertThat(LineMerge.merge(OLD, OWN, OLD.replace("y = 2\n", "")))
        .isEqualTo(OWN.replace("y = 2\n", ""));
  }

  @Test
  void whereBothChangedTheSameLinesTheSourceCounts() {
    assertThat(LineMerge.merge(OLD, OWN, OLD.replace("# sum\n", "# the sum\n")))
        .isEqualTo("# the sum\nx = 1\ny = 2\nz = 0\n# muestra\nprint(x)\n");
    assertThat(LineMerge.merge("a\n", "b\n", "c\n")).isEqualTo("c\n");
  }

  @Test
  void whatOnlyOneChangedIsThatOnesWhateverItIs() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      String some = lines(random);
      String other = lines(random);
      assertThat(LineMerge.merge(some, other, some)).isEqualTo(other);
      assertThat(LineMerge.merge(some, some, other)).isEqualTo(other);
      assertThat(LineMerge.merge(some, other, other)).isEqualTo(other);
    }
  }

  private static String lines(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      lines.append("abcd".charAt(random.nextInt(4))).append('\n');
    }
    return lines.toString();
  }
}
