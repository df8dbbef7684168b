package org.amts.segment;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.SourceText;
import org.amts.document.TextRange;

/** Builds documents inline by inline, without a format. */
final class DocumentBuilder {

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private List<Inline> inlines = new ArrayList<>();

  /** Adds words that stand in the file as they read. */
  DocumentBuilder words(String words) {
    return add(InlineKind.TEXT, words);
  }

  /** Adds anything else that stands in the file as it reads. */
  DocumentBuilder add(InlineKind kind, String written) {
    return add(kind, written, kind == InlineKind.SOFT_BREAK ? " " : written);
  }

  /** Adds an inline that is written otherwise than it reads. */
  DocumentBuilder add(InlineKind kind, String written, String read) {
    int start = text.length();
    text.append(written);
    inlines.add(new Inline(kind, new TextRange(start, text.length()), read));
    return this;
  }

  /** Ends the block, with a blank line after it. */
  DocumentBuilder end(BlockKind kind) {
    int start = inlines.isEmpty() ? text.length() : inlines.get(0).range().start();
    TextRange range = new TextRange(start, text.length());
    blocks.add(new Block(kind, 0, range, inlines, Escaping.NONE));
    inlines = new ArrayList<>();
    text.append("\n\n");
    return this;
  }

  Document build() {
    return new Document(SourceText.of("built.md", text.toString()), "built", blocks, List.of());
  }
}
