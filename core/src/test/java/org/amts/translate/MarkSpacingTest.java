package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Placeholder;
import org.amts.segment.Placeholder.Kind;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

class MarkSpacingTest {

  private static final List<Placeholder> SPANS =
      List.of(
          new Placeholder(0, Kind.CODE, "`net`"),
          new Placeholder(1, Kind.MATH, "$n$"),
          new Placeholder(2, Kind.ROLE, ":numref:`a`"),
          new Placeholder(3, Kind.OTHER, "  \n"));

  @Test
  void separatesCodeAndFormulasFromWords() {
    assertThat(repaired("在⟦0⟧函数和⟦1⟧中", "in the⟦0⟧function and⟦1⟧3 times"))
        .isEqualTo("in the ⟦0⟧ function and ⟦1⟧ 3 times");
    assertThat(repaired("在⟦0⟧和⟦2⟧中", "in ⟦0⟧, ⟦1⟧ and⟦2⟧shown"))
        .isEqualTo("in ⟦0⟧, ⟦1⟧ and⟦2⟧ shown");
    assertThat(repaired("in the ⟦0⟧ function", "在⟦0⟧函数中")).isEqualTo("在⟦0⟧函数中");
  }

  @Test
  void leavesSuffixesWhereTheyBelong() {
    assertThat(repaired("第⟦1⟧个⟦0⟧", "the ⟦1⟧th of the ⟦0⟧s")).isEqualTo("the ⟦1⟧th of the ⟦0⟧s");
    assertThat(repaired("x⟦1⟧y", "a⟦1⟧b")).isEqualTo("a⟦1⟧b");
  }

  /** The space became part of the break, so that the page seemed broken. */
  @Test
  void noSpaceStandsAtALineBreak() {
    assertThat(repaired("One⟦3⟧and two.", "Una ⟦3⟧ y dos.")).isEqualTo("Una⟦3⟧y dos.");
  }

  private static String repaired(String source, String translation) {
    return MarkSpacing.repair(new Segment(source, SPANS), translation);
  }
}
