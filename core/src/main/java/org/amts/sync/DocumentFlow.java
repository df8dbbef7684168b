package org.amts.sync;

/**
 * Text that went from one document to another, because a file was renamed, split or merged, or a
 * part of it moved.
 *
 * @param from name of the older document
 * @param to name of the new document
 * @param kind what happened to the older document
 * @param segments how many segments went along, also edited ones
 */
public record DocumentFlow(String from, String to, Kind kind, int segments) {

  /** What happened to a document. */
  public enum Kind {
    /** It is gone, and most of its text that is left stands in one new document. */
    RENAMED,
    /** It is gone, and its text stands in several documents. */
    SPLIT,
    /** It is gone, and its text stands in a document that has text of its own. */
    MERGED,
    /** It is still there; some of its text is elsewhere. */
    MOVED_TEXT
  }
}
