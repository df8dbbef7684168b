package org.amts.engine;

import java.util.Objects;

/**
 * What an engine made of a segment.
 *
 * @param text the translation, with the marks of the segment's placeholders
 * @param outcome how it came about
 */
public record Translation(String text, Outcome outcome) {

  /** How a translation came about. */
  public enum Outcome {
    /** A person's translation of an equal segment, but for numbers and placeholders. */
    MATCHED,
    /** The engine's first answer, made with the help of similar examples. */
    ADAPTED,
    /** The engine's first answer, with all placeholders in place. */
    TRANSLATED,
    /**
     * The engine's first answer could not be used: it had lost or added placeholders, ran in a
     * loop, or left out much of the text; a later one, constrained or without the help of examples,
     * can.
     */
    RETRIED,
    /** There was nothing to translate; the text is the source's. */
    COPIED,
    /**
     * The engine failed on this segment; the text is the source's, and a person must look at it.
     */
    FAILED
  }

  /** Checks that nothing is missing. */
  public Translation {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(outcome, "outcome");
  }
}
