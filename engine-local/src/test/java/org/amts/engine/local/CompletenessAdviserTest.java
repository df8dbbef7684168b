package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

/** Answers that break off, with the model that comes with AMTS. */
class CompletenessAdviserTest extends DefaultModel {

  private static final String TEXT =
      "All of the text that the model writes is checked by a second program before it is stored.";

  private static final Guidance ADAPTED = new Guidance(new int[0], null, null, true);

  @Test
  void takesTheModelsOwnAnswerForOneThatBreaksOff() {
    Part part = answered("Todo el texto", ADAPTED);
    assertThat(part.answer()).hasSizeGreaterThan(60);
    assertThat(part.isRetried()).isTrue();
  }

  @Test
  void keepsAnAnswerThatSaysAsMuch() {
    String answer =
        "Un segundo programa comprueba todo el texto que escribe el modelo antes de guardarlo.";
    Part part = answered(answer, ADAPTED);
    assertThat(part.answer()).isEqualTo(answer);
    assertThat(part.isRetried()).isFalse();
  }

  @Test
  void keepsTheModelsOwnAnswer() {
    assertThat(answered("Todo el texto", Guidance.NONE).answer()).isEqualTo("Todo el texto");
  }

  private static Part answered(String answer, Guidance guidance) {
    ModelInput input = model.codec().encode(TEXT, "es").orElseThrow();
    Part part = new Part(input, guidance);
    part.settle(answer, new Hypothesis(model.codec().translation(input, answer), true), false);
    new CompletenessAdviser(Adviser.NONE, decoder)
        .revise(List.of(new Adviser.Decoded(Segment.of(TEXT), part)));
    return part;
  }
}
