package org.amts.engine;

/** How the reader is addressed, where a language makes a difference: Spanish tú or usted. */
public enum Formality {
  /** As the engine has it. */
  UNSPECIFIED,
  /** Spanish: usted. */
  FORMAL,
  /** Spanish: tú. */
  INFORMAL
}
