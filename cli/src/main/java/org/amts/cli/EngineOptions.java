package org.amts.cli;

import java.nio.file.Path;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which commands choose an engine. */
final class EngineOptions {

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Translation engine (default: ${DEFAULT-VALUE}).")
  private String name = "local";

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "Model of the engine, if not the one that comes with AMTS.")
  private @Nullable Path model;

  @Option(
      names = "--beam",
      paramLabel = "N",
      defaultValue = "1",
      description = "Hypotheses kept while decoding; 1 is fastest (default: ${DEFAULT-VALUE}).")
  private int beam = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Cores to use; the result does not depend on it (default: all).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** The engines of a book's target languages, which name them in the settings. */
  Engines openEngines() {
    return new Engines(settings());
  }

  /**
   * Opens the engine.
   *
   * @throws CommandFailure if a number is out of range
   * @throws org.amts.engine.EngineException if there is no such engine, or it cannot work
   */
  TranslationEngine open() {
    return EngineProvider.named(name).open(settings());
  }

  private EngineSettings settings() {
    if (beam < 1 || threads < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--beam and --threads must be at least 1");
    }
    return new EngineSettings(model, threads, beam);
  }
}
