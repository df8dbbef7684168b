package org.amts.sync;

import java.util.regex.Pattern;
import org.amts.engine.Translation;

/**
 * An engine's answer for a piece.
 *
 * @param translation with the marks of the piece's source
 * @param engine short identity of the engine, for the lock file
 */
record Answer(Translation translation, String engine) {

  private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{8})[0-9a-f]{8,}");

  /**
   * An answer of an engine.
   *
   * @param identity {@link org.amts.engine.TranslationEngine#identity()}
   */
  static Answer of(Translation translation, String identity) {
    String name = DIGEST.matcher(identity).replaceAll("$1").replaceAll("\\s+", ":");
    return new Answer(translation, name);
  }

  boolean isUsable() {
    return translation.outcome() != Translation.Outcome.FAILED;
  }
}
