package org.amts.sync;

import java.util.Locale;

/** What an edit of a sentence is about. */
public enum EditClass {
  /** Code spans or formulas alone. */
  CODE,
  /** Link and image targets, references, tags or emphasis alone. */
  MARKUP,
  /** Words that do not change what is said, as far as can be told without understanding it. */
  WORDING,
  /** Numbers, negations or names. */
  MEANING;

  /** As it stands in reports: {@code wording}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
