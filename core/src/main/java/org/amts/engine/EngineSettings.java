package org.amts.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to set up an engine. Immutable.
 *
 * @param model folder of the model; null for the one that comes with AMTS
 * @param threads how many cores to use, at least 1
 * @param beam hypotheses kept while decoding, at least 1; 1 is greedy search
 * @param cache folder in which the engine may keep what it would not like to do twice, say
 *     translations that were paid for; null to keep nothing
 * @param properties what only this engine understands, by name: {@code bucket}
 * @param notes told, from any thread and in a line each, what a person should know while the engine
 *     works: what a job waits for, which records a service left out
 */
public record EngineSettings(
    @Nullable Path model,
    int threads,
    int beam,
    @Nullable Path cache,
    Map<String, String> properties,
    Consumer<String> notes) {

  /** Tells nobody. */
  private static final Consumer<String> SILENT = note -> {};

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
    properties = Map.copyOf(properties);
    Objects.requireNonNull(notes, "notes");
  }

  /** Settings that keep nothing, have no properties, and tell nobody. */
  public EngineSettings(@Nullable Path model, int threads, int beam) {
    this(model, threads, beam, null, Map.of(), SILENT);
  }

  /** The same with another model. */
  public EngineSettings withModel(Path folder) {
    return new EngineSettings(
        Objects.requireNonNull(folder), threads, beam, cache, properties, notes);
  }

  /** The same with another number of threads. */
  public EngineSettings withThreads(int count) {
    return new EngineSettings(model, count, beam, cache, properties, notes);
  }

  /** The same with another beam. */
  public EngineSettings withBeam(int size) {
    return new EngineSettings(model, threads, size, cache, properties, notes);
  }

  /** The same with another folder for what the engine keeps. */
  public EngineSettings withCache(@Nullable Path folder) {
    return new EngineSettings(model, threads, beam, folder, properties, notes);
  }

  /** The same with other properties. */
  public EngineSettings withProperties(Map<String, String> others) {
    return new EngineSettings(model, threads, beam, cache, others, notes);
  }

  /** The same with somebody else who is told. */
  public EngineSettings withNotes(Consumer<String> listener) {
    return new EngineSettings(model, threads, beam, cache, properties, listener);
  }
}
