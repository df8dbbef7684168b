package org.amts.sync;

import java.util.Locale;

/** What synchronisation does for segments of the new source. */
public enum Action {
  /** Their source has not changed: the translation's characters stay. */
  KEEP,
  /** Their source stands at another place now: the translation's characters go with it. */
  MOVE,
  /** Code, formulas, targets or marks have changed: they are changed in the translation, too. */
  PATCH,
  /** Their source was edited: an engine changes in the translation what the edit touches. */
  REPAIR,
  /** They are new, or hardly anything of them is left: an engine translates them. */
  TRANSLATE,
  /** A person left them out of the translation, and they have not changed: they stay out. */
  LEAVE_OUT,
  /** Source and translation have both been changed: a person must bring them together. */
  CONFLICT;

  /** As it stands in reports: {@code leave-out}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an engine is needed. */
  public boolean needsEngine() {
    return this == REPAIR || this == TRANSLATE;
  }
}
