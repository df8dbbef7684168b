package org.amts.document.markdown;

import org.amts.document.TextRange;
import org.commonmark.node.CustomBlock;
import org.jspecify.annotations.Nullable;

/**
 * A directive: an admonition, a figure, a card. The blocks of its content are its children, unless
 * it is verbatim.
 */
final class Directive extends CustomBlock {

  private final String name;
  private final TextRange head;
  private final @Nullable TextRange title;
  private final boolean verbatim;
  private boolean closed;

  Directive(String name, TextRange head, @Nullable TextRange title, boolean verbatim) {
    this.name = name;
    this.head = head;
    this.title = title;
    this.verbatim = verbatim;
  }

  /** What it is, lower case: {@code note}. */
  String name() {
    return name;
  }

  /** Whether its content is code or the like. */
  boolean isVerbatim() {
    return verbatim;
  }

  /** The line that opens it. */
  TextRange head() {
    return head;
  }

  /** The part of the head that readers see, or null. */
  @Nullable TextRange title() {
    return title;
  }

  /** Whether a line closes it. */
  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
  }
}
