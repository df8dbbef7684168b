package org.amts.document;

import java.util.List;
import java.util.Objects;

/**
 * A block of a document: something to translate, or something that only marks a place.
 *
 * @param kind what it is
 * @param level for a heading 1 (highest) and up, for a list item its depth from 1, else 0
 * @param range the whole block in {@link Document#text()}, with its marks; blocks are in file order
 *     and do not overlap
 * @param inlines the content in file order, without gaps; empty for a block with nothing to
 *     translate
 * @param escaping how new text of this block is written
 */
public record Block(
    BlockKind kind, int level, TextRange range, List<Inline> inlines, Escaping escaping) {

  /**
   * Copies the list and checks that the inlines lie inside the block, in order, without gaps.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Block {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(escaping, "escaping");
    inlines = List.copyOf(inlines);
    int at = inlines.isEmpty() ? range.start() : inlines.get(0).range().start();
    for (Inline inline : inlines) {
      if (inline.range().start() != at || !range.contains(inline.range())) {
        throw new IllegalArgumentException(
            kind + " block " + range + ": inline " + inline + " does not follow position " + at);
      }
      at = inline.range().end();
    }
  }

  /** A block with nothing to translate. */
  public static Block untranslated(BlockKind kind, TextRange range) {
    return new Block(kind, 0, range, List.of(), Escaping.NONE);
  }

  /** Whether the block holds any text to translate. */
  public boolean isTranslatable() {
    return inlines.stream()
        .anyMatch(inline -> inline.kind() == InlineKind.TEXT && !inline.text().isBlank());
  }
}
