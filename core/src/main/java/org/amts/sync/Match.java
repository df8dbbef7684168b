package org.amts.sync;

/**
 * Where a segment of the new source comes from.
 *
 * @param document index of the older document
 * @param segment index of the segment in it
 * @param kind how the two are related
 */
record Match(int document, int segment, Kind kind) {

  /** How a segment of the new source is related to one of the old source. */
  enum Kind {
    /** Equal, and in the same order among the others of its document. */
    UNCHANGED,
    /** Equal, at another place or in another document. */
    MOVED,
    /** So similar that the translation can be repaired. */
    EDITED,
    /** At the same place, but with little in common. */
    REWRITTEN
  }

  boolean isEqual() {
    return kind == Kind.UNCHANGED || kind == Kind.MOVED;
  }
}
