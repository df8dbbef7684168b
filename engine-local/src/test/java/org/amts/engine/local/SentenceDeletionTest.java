package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.engine.local.SentenceDeletion.Cut;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;

class SentenceDeletionTest {

  @Test
  void oneOfTwoSentencesTakesItsOwnTranslationAlong() {
    assertThat(cuts("It is fast. It is old.", "It is fast.", "它很快。它很旧。"))
        .containsExactly(new Cut("它很快。", "它很旧。"));
    assertThat(cuts("It is fast. It is old.", "It is old.", "它很快。它很旧。"))
        .containsExactly(new Cut("它很旧。", "它很快。"));
    assertThat(cuts("It runs. It is fast. It is old.", "It runs. It is old.", "它跑。它很快。它很旧。"))
        .containsExactly(new Cut("它跑。它很旧。", "它很快。"));
  }

  @Test
  void whereOneSentenceWasMadeOfTwoAnyClauseMayBeTheOne() {
    assertThat(cuts("It runs well. It is old.", "It runs well.", "它跑得很好，也很快，但很旧。"))
        .containsExactly(new Cut("它跑得很好。", "也很快，但很旧。"), new Cut("它跑得很好，也很快。", "但很旧。"));
    assertThat(cuts("It runs well. It is old.", "It is old.", "它跑得很好，但很旧。"))
        .containsExactly(new Cut("但很旧。", "它跑得很好，"));
  }

  /** As many sentences as the source has need not be the same ones. */
  @Test
  void theTranslationMayEndItsSentencesElsewhere() {
    assertThat(
            cuts(
                "It is slow, since it waits. It reads the value.",
                "It is slow, since it waits.",
                "它很慢。因为它要等待，所以读取这个值。"))
        .containsExactly(new Cut("它很慢。", "因为它要等待，所以读取这个值。"), new Cut("它很慢。因为它要等待。", "所以读取这个值。"));
  }

  @Test
  void nothingIsCutInsideBrackets() {
    assertThat(cuts("It is (so far) old. It runs.", "It is (so far) old.", "它（到现在，例如）很旧，会跑。"))
        .containsExactly(new Cut("它（到现在，例如）很旧。", "会跑。"));
  }

  @Test
  void sentencesInSpanishBeginWithACapital() {
    assertThat(
            cuts(
                "The model is fast. It runs on any machine.",
                "It runs on any machine.",
                "El modelo es rápido, y funciona en toda máquina.",
                "es"))
        .containsExactly(new Cut("Y funciona en toda máquina.", "El modelo es rápido,"));
  }

  @Test
  void theSentencesThatAreLeftMayHaveBeenEdited() {
    assertThat(
            cuts(
                "The model is fast. The new machine is very old.",
                "The machine is very old.",
                "模型很快。新机器很旧。"))
        .containsExactly(new Cut("新机器很旧。", "模型很快。"));
  }

  @Test
  void anEditThatTakesNoSentenceAwayIsNotOne() {
    assertThat(
            SentenceDeletion.find(
                SegmentParser.parse("It is fast."), SegmentParser.parse("It is slow."), "en"))
        .isEmpty();
    assertThat(
            SentenceDeletion.find(
                SegmentParser.parse("It is fast. It is old."),
                SegmentParser.parse("Something else was written here."),
                "en"))
        .isEmpty();
  }

  private static List<Cut> cuts(String before, String after, String target) {
    return cuts(before, after, target, "zh");
  }

  private static List<Cut> cuts(String before, String after, String target, String language) {
    return SentenceDeletion.find(SegmentParser.parse(before), SegmentParser.parse(after), "en")
        .orElseThrow()
        .cuts(target, language);
  }
}
