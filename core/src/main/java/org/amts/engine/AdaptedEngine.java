package org.amts.engine;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.amts.segment.Segment;

/**
 * An engine that adapts to the {@link Adaptation} it was made with, for one language pair. It uses
 * the engine that made it, which must stay open; closing it closes only what it holds itself. Safe
 * for use by many threads.
 */
public interface AdaptedEngine extends TranslationEngine {

  /**
   * Learns from the examples what takes longer than a segment should wait for, or finds it in the
   * {@linkplain Adaptation#cache() cache}. Without this call the engine adapts all the same, but by
   * the examples nearest to each segment only, and the translations may differ. Further calls
   * return at once.
   *
   * @param progress told the share of the work that is done, 0 to 1, in rising order; never told
   *     anything if there is nothing to do
   * @return whether it has learnt from all of them together; if not, because it never does or they
   *     are too few, it goes by the nearest ones
   * @throws EngineException if the engine as a whole cannot go on
   */
  default boolean prepare(DoubleConsumer progress) {
    return false;
  }

  /**
   * Takes more examples in: the next segment that is translated may already use them.
   *
   * @throws EngineException if they cannot be kept
   */
  void learn(List<Example> examples);

  /**
   * Brings translations up to date with their sources: what an edit of the source does not touch
   * keeps its characters.
   *
   * @param revisions what to bring up to date
   * @param progress as of {@link #translate}
   * @return the new translations, one for each revision, in the same order
   * @throws EngineException if the engine as a whole cannot go on
   */
  List<Translation> revise(List<Revision> revisions, IntConsumer progress);

  /** Translates a segment and tells why the translation is what it is. */
  Explanation explain(Segment segment);
}
