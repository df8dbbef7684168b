package org.amts.reference;

import java.util.Objects;

/**
 * A place in a document that refers to something.
 *
 * @param kind to what
 * @param target what it names: a label, a key, or an address with its escapes decoded
 * @param line where it stands, from 1
 */
public record Reference(ReferenceKind kind, String target, int line) {

  /** Checks that nothing is missing. */
  public Reference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    if (line < 1) {
      throw new IllegalArgumentException("line " + line);
    }
  }
}
