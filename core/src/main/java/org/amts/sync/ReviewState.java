package org.amts.sync;

import java.util.Locale;

/** Whether a person stands behind a translation. */
public enum ReviewState {
  /** A person wrote it or has read it. */
  APPROVED,
  /** Nobody has read it yet, or its source has changed since. */
  NEEDS_REVIEW;

  /** As it stands in the lock file: {@code needs-review}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
