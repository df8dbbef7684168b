package org.amts.sync;

import java.util.Locale;

/** Where the translation of a segment comes from. */
public enum Origin {
  /** A person wrote it, or changed what an engine wrote. */
  HUMAN,
  /** An engine translated it, from its model alone. */
  MACHINE,
  /** An engine translated it with the help of people's translations of similar segments. */
  ADAPTED,
  /** It was an older translation; what an edit of the source touched was changed. */
  REPAIRED,
  /** It is the source's text, because there is nothing to translate or the engine failed. */
  COPIED;

  /** As it stands in the lock file: {@code human}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
