package org.amts.reference;

import java.util.Objects;

/**
 * A reference that leads nowhere.
 *
 * @param language the language of the document that it stands in
 * @param file that document, by the name that the user knows
 * @param reference the reference
 * @param verdict how bad it is
 * @param message what is missing, one line
 */
public record Finding(
    String language, String file, Reference reference, Verdict verdict, String message) {

  /** How bad a broken reference is. */
  public enum Verdict {
    /** Broken here; if this is a translation, the source's own reference is in order. */
    BROKEN,
    /** Broken in the source, too: mend it there first. */
    BROKEN_IN_SOURCE,
    /** Leads to a document that is not translated yet. */
    UNTRANSLATED
  }

  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(message, "message");
  }
}
