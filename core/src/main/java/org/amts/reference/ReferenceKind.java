package org.amts.reference;

/** What a {@link Reference} refers to. */
public enum ReferenceKind {
  /** A label of a section, figure, table or formula: {@code :numref:`fig_a`}, {@code {ref}`a`}. */
  LABEL("label"),
  /** An entry of the bibliography: {@code :cite:`Knuth.1984`}. */
  CITATION("citation"),
  /** A footnote: {@code [^1]}. */
  FOOTNOTE("footnote"),
  /** The definition of a reference link: {@code [text][name]}. */
  LINK_NAME("link name"),
  /** A file of the book, a place in it, or both: {@code (intro.md#setup)}. */
  LINK("link"),
  /** A picture. */
  IMAGE("image"),
  /** A document named in a table of contents. */
  CONTENTS("table of contents");

  private final String title;

  ReferenceKind(String title) {
    this.title = title;
  }

  /** The kind in words, for messages. */
  public String title() {
    return title;
  }
}
