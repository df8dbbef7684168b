package org.amts.testing;

import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;

/** Opens a {@link FakeEngine}, by the name {@value #NAME}. */
public final class FakeEngineProvider implements EngineProvider {

  /** The engine's name. */
  public static final String NAME = "fake";

  /** For {@link java.util.ServiceLoader}. */
  public FakeEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TranslationEngine open(EngineSettings settings) {
    return new FakeEngine();
  }
}
