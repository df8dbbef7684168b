package org.amts.engine;

import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Opens engines of one kind. Providers are found by {@link ServiceLoader}: a module names its
 * provider in {@code META-INF/services/org.amts.engine.EngineProvider}.
 */
public interface EngineProvider {

  /** The name that settings use: {@code local}, {@code amazon}. */
  String name();

  /**
   * Opens an engine.
   *
   * @throws EngineException if it cannot work with these settings
   */
  TranslationEngine open(EngineSettings settings);

  /**
   * Finds a provider.
   *
   * @throws EngineException if there is none of that name; the message lists those that there are
   */
  static EngineProvider named(String name) {
    ServiceLoader<EngineProvider> providers = ServiceLoader.load(EngineProvider.class);
    for (EngineProvider provider : providers) {
      if (provider.name().equals(name)) {
        return provider;
      }
    }
    String known =
        providers.stream()
            .map(provider -> provider.get().name())
            .sorted()
            .collect(Collectors.joining(", "));
    throw new EngineException(
        "there is no engine \""
            + name
            + "\"; known engines: "
            + (known.isEmpty() ? "none" : known));
  }
}
