package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.amts.engine.Example;
import org.amts.engine.Revision;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Among names, the network took to another of its languages. */
  @Test
  void ideographsThatNothingAccountsForAreRefused() {
    String before = "Sign in to Azure Studio.";
    String translation = "Inicie sesión en Azure Studio.";
    String after = "Sign in to the Azure classic portal.";
    String free = "Inicie sesión en el portal de Azure clásico.";
    assertThat(check(before, translation, after, "Inicie sesión en Azure 经典 portal.", free))
        .isEmpty();
    assertThat(check(before, translation, after, free, free)).contains(free);
    assertThat(check("RNN", "RNN", "RNN layer", "RNN层", "循环神经网络层")).contains("RNN层");
  }

  @ParameterizedTest
  @CsvSource({
    "For now let's see., For now let us see., true",
    "It’s what we don't need., It is what we do not need., true",
    "We can't and won't., We cannot and will not., true",
    "You're done; they've left., You are done; they have left., true",
    "We do., We don't., false",
    "Let's see., Let me see., false",
    "The model's layers., The model is layers., false"
  })
  void anEditThatWritesWordsOutIsLight(String before, String after, boolean isLight) {
    assertThat(RevisionCheck.isLight(SegmentParser.parse(before), SegmentParser.parse(after)))
        .isEqualTo(isLight);
  }

  private static Optional<String> check(
      String before, String translation, String after, String revised) {
    return check(before, translation, after, revised, revised);
  }

  private static Optional<String> check(
      String before, String translation, String after, String revised, String free) {
    RevisedPair pair =
        RevisedPair.of(new Revision(Example.of(before, translation), SegmentParser.parse(after)));
    return RevisionCheck.check(pair, revised, free);
  }
}
