package org.amts.engine.local;

import java.util.List;
import java.util.Optional;
import org.amts.engine.Translation;
import org.amts.segment.Segment;

/** Looks over answers that were decoded with the advice of another. */
abstract class RevisingAdviser implements Adviser {

  private final Adviser other;

  /**
   * @param other what else is known
   */
  RevisingAdviser(Adviser other) {
    this.other = other;
  }

  @Override
  public final Optional<Translation> answer(List<Segment> segments, int index) {
    return other.answer(segments, index);
  }

  @Override
  public List<Part> advise(List<Text> texts) {
    return other.advise(texts);
  }

  @Override
  public final void revise(List<Decoded> decoded) {
    other.revise(decoded);
    improve(decoded);
  }

  /** Replaces answers by better ones. */
  abstract void improve(List<Decoded> decoded);
}
