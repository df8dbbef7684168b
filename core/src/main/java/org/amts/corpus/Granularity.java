package org.amts.corpus;

/** How much text a pair holds. */
public enum Granularity {
  /** A block of the document, with all its sentences. */
  PARAGRAPH,
  /** The sentences of one bead of the alignment, mostly one on each side. */
  SENTENCE
}
