package org.amts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A parsed file. {@link #render} writes it back: the bytes of the file with nothing but the given
 * stretches changed, so that rendering without replacements gives the file's own bytes, whatever
 * they are. Immutable.
 */
public final class Document {

  private final SourceText source;
  private final String format;
  private final List<Block> blocks;
  private final List<Diagnostic> diagnostics;

  /**
   * Puts together what a {@link DocumentFormat} found.
   *
   * @param source the file
   * @param format name of the format
   * @param blocks the blocks in file order, without overlaps
   * @param diagnostics what was wrong with the file
   * @throws IllegalArgumentException if blocks overlap, are out of order or lie outside the text
   */
  public Document(
      SourceText source, String format, List<Block> blocks, List<Diagnostic> diagnostics) {
    this.source = Objects.requireNonNull(source, "source");
    this.format = Objects.requireNonNull(format, "format");
    this.blocks = List.copyOf(blocks);
    this.diagnostics = List.copyOf(diagnostics);
    int at = 0;
    for (Block block : this.blocks) {
      if (block.range().start() < at || block.range().end() > source.text().length()) {
        throw new IllegalArgumentException(
            source.name()
                + ": "
                + block.kind()
                + " block "
                + block.range()
                + " after position "
                + at);
      }
      at = block.range().end();
    }
  }

  /** The file's name as the user knows it. */
  public String name() {
    return source.name();
  }

  /** The file. */
  public SourceText source() {
    return source;
  }

  /** The name of the format that parsed it. */
  public String format() {
    return format;
  }

  /** The text that all ranges refer to. */
  public String text() {
    return source.text();
  }

  /** The blocks in file order. */
  public List<Block> blocks() {
    return blocks;
  }

  /** What was wrong with the file, in file order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * Writes the document with some stretches replaced.
   *
   * @param replacements in any order, without overlaps
   * @return the file's bytes, changed in the given stretches only
   * @throws IllegalArgumentException if replacements overlap or lie outside the text
   */
  public byte[] render(List<Replacement> replacements) {
    if (replacements.isEmpty()) {
      return source.bytes();
    }
    List<Replacement> sorted = new ArrayList<>(replacements);
    sorted.sort((a, b) -> a.range().compareTo(b.range()));
    String text = source.text();
    StringBuilder out = new StringBuilder(text.length() + text.length() / 4);
    int at = 0;
    for (Replacement replacement : sorted) {
      TextRange range = replacement.range();
      if (range.start() < at || range.end() > text.length()) {
        throw new IllegalArgumentException(
            source.name()
                + ": replacement of "
                + range
                + " overlaps another or lies outside the text");
      }
      out.append(text, at, range.start()).append(replacement.text());
      at = range.end();
    }
    out.append(text, at, text.length());
    return source.encode(out.toString());
  }
}
