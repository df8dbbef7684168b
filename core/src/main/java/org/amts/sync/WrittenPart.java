package org.amts.sync;

import org.jspecify.annotations.Nullable;

/**
 * A part of a written document.
 *
 * @param piece what it was made from; for an addition, the piece that it stands beside
 * @param addition the translator's own text, if the part is that
 * @param start where it begins in the written text, in UTF-16 code units from 0
 * @param isDone whether the engine's text is in it, if the piece needs an engine
 */
record WrittenPart(Piece piece, @Nullable Rendition addition, int start, boolean isDone) {

  static WrittenPart of(Piece piece, int start, boolean isDone) {
    return new WrittenPart(piece, null, start, isDone);
  }

  static WrittenPart of(Piece piece, Rendition addition, int start) {
    return new WrittenPart(piece, addition, start, true);
  }

  WrittenPart movedBy(int distance) {
    return new WrittenPart(piece, addition, start + distance, isDone);
  }

  /** Whether it has no text of its own, because a person left it out. */
  boolean isLeftOut() {
    return addition == null && piece.action() == Action.LEAVE_OUT;
  }
}
