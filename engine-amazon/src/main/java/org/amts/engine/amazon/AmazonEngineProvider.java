package org.amts.engine.amazon;

import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;

/** Opens Amazon Translate as an engine. */
public final class AmazonEngineProvider implements EngineProvider {

  /** The name that settings use. */
  public static final String NAME = "amazon";

  @Override
  public String name() {
    return NAME;
  }

  /** Opens the engine; no request is made before there is something to translate. */
  @Override
  public TranslationEngine open(EngineSettings settings) {
    return AmazonEngine.open(settings);
  }
}
