package org.amts.engine;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to set up an engine. Immutable.
 *
 * @param model folder of the model; null for the one that comes with AMTS
 * @param threads how many cores to use, at least 1
 * @param beam hypotheses kept while decoding, at least 1; 1 is greedy search
 */
public record EngineSettings(@Nullable Path model, int threads, int beam) {

  /** The model that comes with AMTS, all cores, greedy search. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(null, Runtime.getRuntime().availableProcessors(), 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public EngineSettings {
    if (threads < 1 || beam < 1) {
      throw new IllegalArgumentException("threads " + threads + ", beam " + beam);
    }
  }

  /** The same with another model. */
  public EngineSettings withModel(Path folder) {
    return new EngineSettings(Objects.requireNonNull(folder), threads, beam);
  }

  /** The same with another number of threads. */
  public EngineSettings withThreads(int count) {
    return new EngineSettings(model, count, beam);
  }

  /** The same with another beam. */
  public EngineSettings withBeam(int size) {
    return new EngineSettings(model, threads, size);
  }
}
