package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.amts.engine.Example;
import org.amts.engine.Revision;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;

class RevisionCheckTest {

  @Test
  void emphasisThatTheEditDoesNotConcernStaysWhole() {
    assertThat(check("[**Training**]", "[**训练模型**]", "[**Training again**]", "[**再次** 训练模型**]"))
        .isEmpty();
    assertThat(check("[**Training**]", "[**训练模型**]", "[**Training again**]", "[**再次训练模型**]"))
        .contains("[**再次训练模型**]");
  }

  @Test
  void emphasisThatBeginsEnds() {
    assertThat(check("It has layers.", "它有*层*。", "It has *hidden* layers.", "它有*隐藏*层*。")).isEmpty();
  }

  @Test
  void theSignAtTheEndStays() {
    assertThat(check("It is old.", "它很旧。", "It is new.", "它很新")).contains("它很新。");
    assertThat(check("It is old.", "它很旧。", "It is new.", "它很新，")).contains("它很新。");
    assertThat(check("It is old.", "它很旧。", "It is new", "它很新")).contains("它很新");
    assertThat(check("It is old.", "它很旧", "It is new.", "它很新")).contains("它很新");
  }

  private static Optional<String> check(
      String before, String translation, String after, String revised) {
    RevisedPair pair =
        RevisedPair.of(new Revision(Example.of(before, translation), SegmentParser.parse(after)));
    return RevisionCheck.check(pair, revised, revised);
  }
}
