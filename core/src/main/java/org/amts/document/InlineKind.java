package org.amts.document;

/**
 * What an {@link Inline} is. Only {@link #TEXT} is translated; every other kind is carried through
 * untouched.
 */
public enum InlineKind {
  /** Words, and emphasis marks, which engines move together with the words. */
  TEXT,
  /**
   * A line end inside a block with whatever prefix the next line has ({@code "\n> "}); reads as one
   * space.
   */
  SOFT_BREAK,
  /** A code span. */
  CODE,
  /** A formula in the running text, with its delimiters. */
  MATH,
  /**
   * A role or another reference of a book dialect: {@code :numref:`fig_a`}, {@code {ref}`a`},
   * {@code [^1]}.
   */
  ROLE,
  /**
   * The part of a link that follows its text: {@code (target "title")} or {@code [label]}; or a
   * bare URL.
   */
  LINK_TARGET,
  /** The part of an image that follows its alternative text. */
  IMAGE_TARGET,
  /** An HTML or XML tag, comment or entity. */
  HTML,
  /**
   * Anything else that must not change: a shortcode but for the words that it shows, a backslash
   * escape, a hard line break.
   */
  OTHER
}
