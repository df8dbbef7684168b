package org.amts.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;
import org.amts.translate.Book;
import org.amts.translate.TargetSettings;

/**
 * The engines of a run: targets with the same engine and model share one. Safe for use by many
 * threads.
 */
final class Engines implements AutoCloseable {

  private record Key(String name, EngineSettings settings) {}

  private final EngineSettings defaults;
  private final Map<Key, TranslationEngine> open = new HashMap<>();

  /**
   * @param defaults what the command line says
   */
  Engines(EngineSettings defaults) {
    this.defaults = defaults;
  }

  /** The engine of a target language, opened at the first call. */
  synchronized TranslationEngine forTarget(Book book, String language) {
    TargetSettings target = book.settings().targets().get(language);
    EngineSettings settings =
        target.model() == null || defaults.model() != null
            ? defaults
            : defaults.withModel(book.root().resolve(target.model()));
    Function<Key, TranslationEngine> opener =
        key -> EngineProvider.named(key.name()).open(key.settings());
    return open.computeIfAbsent(new Key(target.engine(), settings), opener);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(TranslationEngine::close);
    open.clear();
  }
}
