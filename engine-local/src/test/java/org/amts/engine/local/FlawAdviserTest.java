package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

/** Answers with flaws, with the model that comes with AMTS. */
class FlawAdviserTest extends DefaultModel {

  private static final String TEXT = "The _model_ has 250 layers.";

  @Test
  void takesAnAnswerWithoutFlaws() {
    Part part = answered("El modelo modelo tiene 25 capas.");
    assertThat(part.answer()).contains("_modelo_").contains("250").doesNotContain("modelo modelo");
    assertThat(part.isRetried()).isTrue();
  }

  @Test
  void keepsAnAnswerWithoutFlaws() {
    Part part = answered("Hay 250 capas en el _modelo_.");
    assertThat(part.answer()).isEqualTo("Hay 250 capas en el _modelo_.");
    assertThat(part.isRetried()).isFalse();
  }

  private static Part answered(String answer) {
    ModelInput input = model.codec().encode(TEXT, "es").orElseThrow();
    Part part = new Part(input, Guidance.NONE);
    part.settle(answer, new Hypothesis(model.codec().translation(input, answer), true), false);
    new FlawAdviser(Adviser.NONE, model, decoder, "es")
        .revise(List.of(new Adviser.Decoded(Segment.of(TEXT), part)));
    return part;
  }
}
