package org.amts.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Tells without a reference where a translation is likely to be wrong (quality estimation), so that
 * people read that first. Safe for use by many threads.
 */
public interface QualityEstimator {

  /**
   * What is most in doubt about a translation.
   *
   * @param word a word of the source that is hard to tell from the translation: lost, or translated
   *     as something else
   * @param surprise how hard: the negative logarithm of its probability when the translation is
   *     translated back word by word, in nats; 0 or more
   */
  record Doubt(String word, double surprise) {}

  /** Whether it can judge translations of a language pair. */
  boolean canJudge(LanguagePair pair);

  /**
   * Judges translations, whoever made them.
   *
   * @param pair one that {@link #canJudge} is true of
   * @param translations sources with their translations
   * @param progress told from time to time, from any thread, how many more are done
   * @return for each translation, in the same order, what is most in doubt; nothing where the
   *     source has no words or the text is too long to judge
   * @throws IllegalArgumentException if it cannot judge the pair
   * @throws EngineException if it cannot go on
   */
  List<Optional<Doubt>> doubts(LanguagePair pair, List<Example> translations, IntConsumer progress);
}
