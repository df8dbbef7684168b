package org.amts.translate;

import java.util.List;

/**
 * What scores are measured on.
 *
 * @param heldOut patterns of source files, from the root, whose human translations are the
 *     references; they are kept out of the parallel data. Null means none.
 * @param keepRepetitions whether sentences of other documents that repeat one of these stay in the
 *     parallel data: then scores are those of a book that grows by a document; else those of text
 *     that is new throughout
 */
public record EvaluationSettings(List<String> heldOut, boolean keepRepetitions) {

  /** Nothing is held out. */
  public static final EvaluationSettings NONE = new EvaluationSettings(List.of(), false);

  /** Copies the list. */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public EvaluationSettings {
    heldOut = heldOut == null ? List.of() : List.copyOf(heldOut);
  }
}
