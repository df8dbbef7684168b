package org.amts.document;

import java.util.Objects;

/**
 * A piece of a block's content. The inlines of a block are in the order of the file and tile its
 * content without gaps.
 *
 * @param kind what it is
 * @param range where it stands in {@link Document#text()}
 * @param text what it reads as. For Markdown this is the covered text itself; where a format writes
 *     characters in another way (a JSON string in a notebook, an entity in HTML) it is the decoded
 *     text. A {@link InlineKind#TEXT} inline whose text is as long as its range stands for its
 *     characters one by one; any other inline is never split.
 */
public record Inline(InlineKind kind, TextRange range, String text) {

  /** Checks that nothing is missing. */
  public Inline {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(text, "text");
  }

  /** Whether a position inside {@link #text()} is also a position in the document. */
  public boolean isSplittable() {
    return kind == InlineKind.TEXT && text.length() == range.length();
  }
}
