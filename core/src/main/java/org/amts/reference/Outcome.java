package org.amts.reference;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference leads.
 *
 * @param state whether it leads anywhere
 * @param message what is missing, one line; empty if nothing is
 * @param absentFolder the folder that is missing as a whole, if that is why
 */
record Outcome(State state, String message, @Nullable Path absentFolder) {

  /** Whether a reference leads anywhere. */
  enum State {
    /** It does. */
    RESOLVED,
    /** It does not. */
    BROKEN,
    /** It will, when the document that it leads to is translated. */
    UNTRANSLATED,
    /** The files of the book do not say. */
    UNCHECKED
  }

  static final Outcome RESOLVED = new Outcome(State.RESOLVED, "", null);
  static final Outcome UNCHECKED = new Outcome(State.UNCHECKED, "", null);

  static Outcome broken(String message) {
    return new Outcome(State.BROKEN, message, null);
  }

  static Outcome untranslated(String message) {
    return new Outcome(State.UNTRANSLATED, message, null);
  }
}
