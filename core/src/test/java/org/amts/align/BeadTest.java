package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeadTest {

  @Test
  void beadNeedsASentence() {
    assertThatThrownBy(() -> new Bead(List.of(), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indicesOfABeadAreConsecutive() {
    assertThatThrownBy(() -> new Bead(List.of(0, 2), List.of(0), 1)).hasMessageContaining("[0, 2]");
    assertThatThrownBy(() -> new Bead(List.of(-1, 0), List.of(0), 1))
        .hasMessageContaining("[-1, 0]");
  }

  @Test
  void confidenceIsAShare() {
    assertThatThrownBy(() -> new Bead(List.of(0), List.of(0), 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Bead(List.of(0), List.of(0), Double.NaN))
        .hasMessageContaining("NaN");
  }

  @Test
  void alignmentCoversBothSidesInOrder() {
    Bead first = new Bead(List.of(0, 1), List.of(0), 0.9);
    Bead second = new Bead(List.of(), List.of(1), 0);
    assertThat(new Alignment(2, 2, List.of(first, second)).pairs(0.5)).containsExactly(first);
    assertThatThrownBy(() -> new Alignment(3, 2, List.of(first, second)))
        .hasMessageContaining("2 of 3 source");
    assertThatThrownBy(() -> new Alignment(2, 2, List.of(second, first)))
        .hasMessageContaining("sentence 0 expected");
  }

  @Test
  void pairsOfAnAlignmentReachTheThreshold() {
    Bead weak = new Bead(List.of(0), List.of(0), 0.4);
    Bead strong = new Bead(List.of(1), List.of(1), 0.6);
    assertThat(new Alignment(2, 2, List.of(weak, strong)).pairs(0.5)).containsExactly(strong);
  }

  @Test
  void notationIsThatOfOtherAligners() {
    assertThat(BeadNotation.write(new Bead(List.of(3, 4), List.of(2), 0.7)))
        .isEqualTo("[3, 4]:[2]");
    assertThat(BeadNotation.write(new Bead(List.of(), List.of(5), 0))).isEqualTo("[]:[5]");
  }

  @Test
  void notationIsReadWithCostsCommentsAndAnySpaces() {
    assertThat(BeadNotation.read("# chapter 1\n[0,1]:[0]:0.123\r\n\n [2] : []\n[]:[1, 2]"))
        .containsExactly(
            new Bead(List.of(0, 1), List.of(0), 1),
            new Bead(List.of(2), List.of(), 0),
            new Bead(List.of(), List.of(1, 2), 0));
  }

  @Test
  void badNotationNamesItsLine() {
    assertThatThrownBy(() -> BeadNotation.read("[0]:[0]\n0-0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> BeadNotation.read("[0]:[0]\n[1]:[0, 2]"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> BeadNotation.read("[99999999999]:[0]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1");
  }
}
