package org.amts.engine.local;

import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;

/** Opens the embedded engine, {@code local}. */
public final class LocalEngineProvider implements EngineProvider {

  /** For {@link java.util.ServiceLoader}. */
  public LocalEngineProvider() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public TranslationEngine open(EngineSettings settings) {
    return LocalEngine.open(settings);
  }
}
