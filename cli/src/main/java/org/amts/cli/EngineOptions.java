package org.amts.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which commands choose an engine. */
final class EngineOptions {

  static final String DEFAULT_ENGINE = "local";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Translation engine: local, amazon; for a book, in place of the settings'.")
  private @Nullable String name;

  @Option(
      names = "--engine-setting",
      paramLabel = "NAME=VALUE",
      description = "A setting of the engine, as in engine-settings of the book; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

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

  /**
   * The engines of a book's target languages, which name them in the settings.
   *
   * @param notes told what an engine has to say while it works
   */
  Engines openEngines(Consumer<String> notes) {
    return new Engines(name, settings().withNotes(notes));
  }

  /**
   * Opens the engine.
   *
   * @param notes told what the engine has to say while it works
   * @throws CommandFailure if a number is out of range
   * @throws org.amts.engine.EngineException if there is no such engine, or it cannot work
   */
  TranslationEngine open(Consumer<String> notes) {
    return EngineProvider.named(name == null ? DEFAULT_ENGINE : name)
        .open(settings().withNotes(notes));
  }

  private EngineSettings settings() {
    if (beam < 1 || threads < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--beam and --threads must be at least 1");
    }
    return new EngineSettings(model, threads, beam).withProperties(properties);
  }
}
