package org.amts.sync;

import org.amts.engine.Translation;

/**
 * An engine's answer for a piece.
 *
 * @param translation with the marks of the piece's source
 * @param engine short identity of the engine, for the lock file
 */
record Answer(Translation translation, String engine) {

  boolean isUsable() {
    return translation.outcome() != Translation.Outcome.FAILED;
  }
}
