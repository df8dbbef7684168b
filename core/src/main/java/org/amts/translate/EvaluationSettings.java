package org.amts.translate;

import java.util.List;

/**
 * What scores are measured on.
 *
 * @param heldOut patterns of source files, from the root, whose human translations are the
 *     references; they are kept out of the parallel data. Null means none.
 */
public record EvaluationSettings(List<String> heldOut) {

  /** Nothing is held out. */
  public static final EvaluationSettings NONE = new EvaluationSettings(List.of());

  /** Copies the list. */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public EvaluationSettings {
    heldOut = heldOut == null ? List.of() : List.copyOf(heldOut);
  }
}
