package org.amts.bench;

import java.nio.file.Path;
import java.util.List;
import org.amts.engine.Adaptation;
import org.amts.engine.Example;

/**
 * Adaptation whose learning is kept from one run to the next: the same examples are learnt once.
 */
final class LearntBefore {

  /** Deleted with all that was built, and before a measurement of learning itself. */
  private static final Path FOLDER = Path.of("bench/target/learnt");

  private LearntBefore() {}

  static Adaptation from(List<Example> examples) {
    return Adaptation.NONE.withExamples(examples).withLearnt(new Adaptation.Learnt(FOLDER, true));
  }
}
