package org.amts.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.amts.engine.EngineException;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.QualityEstimator;
import org.amts.engine.TranslationEngine;
import org.amts.translate.Book;
import org.amts.translate.TargetSettings;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a run: targets with the same engine and settings share one. Safe for use by many
 * threads.
 */
final class Engines implements AutoCloseable {

  /** Where engines keep what they would not like to do twice, in the book's cache. */
  private static final String CACHE = "engines";

  private record Key(String name, EngineSettings settings) {}

  private final @Nullable String name;
  private final EngineSettings defaults;
  private final Map<Key, TranslationEngine> open = new HashMap<>();

  /**
   * @param name engine of all targets; null for the one that the settings name
   * @param defaults what the command line says; it goes before the settings
   */
  Engines(@Nullable String name, EngineSettings defaults) {
    this.name = name;
    this.defaults = defaults;
  }

  /** The engine of a target language, opened at the first call. */
  synchronized TranslationEngine forTarget(Book book, String language) {
    return opened(key(book, language));
  }

  /**
   * The embedded engine, which can judge what any engine has translated: the target's own if that
   * is one.
   */
  synchronized QualityEstimator judge(Book book, String language) {
    TranslationEngine engine =
        nameFor(book, language).equals(EngineOptions.DEFAULT_ENGINE)
            ? forTarget(book, language)
            : opened(new Key(EngineOptions.DEFAULT_ENGINE, defaults.withProperties(Map.of())));
    if (engine instanceof QualityEstimator judge) {
      return judge;
    }
    throw new EngineException(engine.identity() + " cannot judge translations");
  }

  private TranslationEngine opened(Key key) {
    return open.computeIfAbsent(
        key, missing -> EngineProvider.named(missing.name()).open(missing.settings()));
  }

  /** The name of a target language's engine. */
  String nameFor(Book book, String language) {
    return key(book, language).name();
  }

  private Key key(Book book, String language) {
    TargetSettings target = book.settings().targets().get(language);
    Map<String, String> properties = new TreeMap<>(book.settings().engineSettings());
    properties.putAll(target.engineSettings());
    properties.putAll(defaults.properties());
    EngineSettings settings =
        defaults.withProperties(properties).withCache(book.cache().resolve(CACHE));
    if (target.model() != null && defaults.model() == null) {
      settings = settings.withModel(book.root().resolve(target.model()));
    }
    return new Key(name == null ? target.engine() : name, settings);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(TranslationEngine::close);
    open.clear();
  }
}
