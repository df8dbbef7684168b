package org.amts.engine.local;

import org.amts.engine.EngineSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests with the model that comes with AMTS, opened once for each of them. */
abstract class DefaultModel {

  static Model model;
  static PartDecoder decoder;

  @BeforeAll
  static void open() {
    model = Model.open(ModelFiles.of(null));
    decoder = new PartDecoder(model, EngineSettings.DEFAULT);
  }

  @AfterAll
  static void close() {
    decoder.close();
    model.close();
  }
}
