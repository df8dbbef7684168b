package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  private final UnitReader reader = new UnitReader();

  @Test
  void wordsThatStandOnceOnBothSidesAreAnchors() {
    Anchors anchors =
        anchors(List.of("x ResNet", "x", "x VGG", "x"), List.of("y ResNet", "y VGG", "y"));
    assertThat(anchors.size()).isEqualTo(2);
    assertThat(anchors.expected(0, 4, 3)).isZero();
    assertThat(anchors.expected(2, 4, 3)).isEqualTo(1);
  }

  @Test
  void betweenAnchorsTheExpectedPlaceIsOnTheStraightLine() {
    List<String> source = numbered(0, 100);
    List<String> target = numbered(50, 100);
    Anchors anchors = anchors(source, target);
    assertThat(anchors.expected(75, 100, 50)).isEqualTo(25);
    assertThat(anchors.expected(25, 100, 50)).isZero();
    assertThat(anchors.expected(100, 100, 50)).isEqualTo(50);
  }

  @Test
  void anchorsThatCrossAreDroppedInFavourOfTheLongerChain() {
    List<String> source = List.of("moved", "n1", "n2", "n3", "n4");
    List<String> target = List.of("n1", "n2", "n3", "n4", "moved");
    assertThat(anchors(source, target).size()).isEqualTo(4);
  }

  @Test
  void anAnchorThatNoNeighbourConfirmsIsDropped() {
    List<String> source = new ArrayList<>(numbered(0, 40));
    List<String> target = new ArrayList<>(numbered(0, 40));
    source.add("last");
    for (int i = 0; i < 60; i++) {
      target.add("filler");
    }
    target.add("last");
    assertThat(anchors(source, target).size()).isEqualTo(40);
  }

  private Anchors anchors(List<String> source, List<String> target) {
    Units left = reader.sentences(source, List.of());
    Units right = reader.sentences(target, List.of());
    return Anchors.of(left, right, reader.vocabulary().size());
  }

  private static List<String> numbered(int from, int to) {
    List<String> sentences = new ArrayList<>();
    for (int i = from; i < to; i++) {
      sentences.add("number " + i);
    }
    return sentences;
  }
}
