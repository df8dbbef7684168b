package org.amts.engine.local;

import org.jspecify.annotations.Nullable;

/**
 * A text that fits the model, mostly a whole segment, on its way through the decoder. Written by
 * one thread at a time.
 */
final class Part {

  private final ModelInput input;
  private final Guidance guidance;
  private final Repetitions repetitions;
  private @Nullable String answer;
  private @Nullable Hypothesis hypothesis;
  private boolean retried;

  Part(ModelInput input, Guidance guidance) {
    this.input = input;
    this.guidance = guidance;
    repetitions = new Repetitions(input.ids());
  }

  ModelInput input() {
    return input;
  }

  Guidance guidance() {
    return guidance;
  }

  Repetitions repetitions() {
    return repetitions;
  }

  /** The answer with the marks of the text; null as long as there is none that can be used. */
  @Nullable String answer() {
    return answer;
  }

  /** What the decoder said last; null before. */
  @Nullable Hypothesis hypothesis() {
    return hypothesis;
  }

  /** The same text without anything that is known about its answer. */
  Part unadvised() {
    return new Part(input.alone(), Guidance.NONE);
  }

  /** Whether the answer is not that of the first try. */
  boolean isRetried() {
    return retried;
  }

  void settle(@Nullable String text, Hypothesis said, boolean again) {
    answer = text;
    hypothesis = said;
    retried = again;
  }
}
