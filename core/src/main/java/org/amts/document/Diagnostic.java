package org.amts.document;

import java.util.Objects;

/**
 * Something wrong with an input, for people: where, what, and what to do. Bad input makes
 * diagnostics, never exceptions.
 *
 * @param severity how bad it is
 * @param file the document's name, as the user knows it
 * @param line line in the file, from 1; 0 if the whole file is meant
 * @param message what is wrong and what to do about it, one line
 */
public record Diagnostic(Severity severity, String file, int line, String message) {

  /** How bad it is. */
  public enum Severity {
    /** The document is handled, perhaps not as its author meant. */
    WARNING,
    /** The document, or a part of it, is passed through untouched. */
    ERROR
  }

  /** Checks that nothing is missing. */
  public Diagnostic {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " of " + file);
    }
  }

  /** {@code file:line: severity: message}, the form that editors and CI logs link. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (severity == Severity.ERROR ? "error" : "warning")
        + ": "
        + message;
  }
}
