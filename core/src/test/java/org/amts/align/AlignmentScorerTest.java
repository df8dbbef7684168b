package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlignmentScorerTest {

  private final AlignmentScorer scorer = new AlignmentScorer();

  @Test
  void theSameBeadsScoreOne() {
    add("[0]:[0]\n[1, 2]:[1]\n[3]:[]", "[0]:[0]\n[1, 2]:[1]\n[3]:[]");
    assertThat(scorer.strict().f1()).isEqualTo(1);
    assertThat(scorer.lax().f1()).isEqualTo(1);
  }

  @Test
  void strictNeedsTheVeryBeadAndLaxAnOverlap() {
    // Right: [0]:[0]. Half right: [1]:[1] of the gold bead [1, 2]:[1]. Wrong: [2]:[2].
    add("[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]", "[0]:[0]\n[1, 2]:[1]\n[]:[2]\n[3]:[3]");
    assertThat(scorer.strict().precision()).isEqualTo(2.0 / 4);
    assertThat(scorer.strict().recall()).isEqualTo(2.0 / 3);
    assertThat(scorer.strict().f1()).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(scorer.lax().precision()).isEqualTo(3.0 / 4);
    assertThat(scorer.lax().recall()).isEqualTo(1);
  }

  @Test
  void overlapOnOneSideIsNotEnough() {
    add("[0]:[0]\n[1]:[1]", "[0, 1]:[2]\n[2]:[3]");
    assertThat(scorer.lax().f1()).isZero();
  }

  @Test
  void deletionsDoNotCount() {
    add("[0]:[]\n[]:[0]\n[1]:[1]", "[0]:[0]\n[1]:[1]");
    assertThat(scorer.strict().precision()).isEqualTo(1);
    assertThat(scorer.strict().recall()).isEqualTo(0.5);
  }

  @Test
  void documentsAddUp() {
    add("[0]:[0]\n[1]:[1]\n[2]:[2]", "[0]:[0]\n[1]:[1]\n[2]:[2]");
    add("[0]:[0, 1]", "[0]:[0]");
    assertThat(scorer.strict().precision()).isEqualTo(0.75);
    assertThat(scorer.lax().precision()).isEqualTo(1);
  }

  @Test
  void nothingScoresZero() {
    add("", "");
    assertThat(scorer.strict().f1()).isZero();
  }

  private void add(String aligned, String gold) {
    scorer.add(BeadNotation.read(aligned), BeadNotation.read(gold));
  }
}
