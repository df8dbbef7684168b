package org.amts.document;

/** What a {@link Block} is. */
public enum BlockKind {
  /** A section title; {@link Block#level()} is 1 for the highest. */
  HEADING,
  /** Running text, also inside a quotation or a directive. */
  PARAGRAPH,
  /** A paragraph of a list item; {@link Block#level()} is the depth of the list, from 1. */
  LIST_ITEM,
  /** One cell of a table. */
  TABLE_CELL,
  /** A picture with its alternative text, which is its caption in book dialects. */
  FIGURE,
  /**
   * A translatable value of front matter or of an attribute: a title, a description, an {@code
   * alt}.
   */
  METADATA,
  /** A block of code, fenced or indented, or a code cell. */
  CODE,
  /** A formula on lines of its own. */
  MATH,
  /** A block of HTML that holds nothing to translate, or a comment. */
  HTML,
  /**
   * A line of a book dialect: {@code :label:`sec_a`}, {@code #@tab}, a directive's head, a link
   * definition.
   */
  DIRECTIVE,
  /** Text that its author excluded from translation. */
  SKIPPED
}
