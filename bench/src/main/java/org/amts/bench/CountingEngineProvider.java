package org.amts.bench;

import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;

/** Opens a {@link CountingEngine}, so that a command can be timed without an engine's work. */
public final class CountingEngineProvider implements EngineProvider {

  static final String NAME = "counting";

  /** For {@link java.util.ServiceLoader}. */
  public CountingEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TranslationEngine open(EngineSettings settings) {
    return new CountingEngine(new LanguagePair("en", "es"));
  }
}
