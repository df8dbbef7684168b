package org.amts.document.notebook;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Block;
import org.amts.document.Diagnostic;
import org.amts.document.Document;
import org.amts.document.Escaping;
import org.amts.document.ExtractedText;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.SourceText;
import org.amts.document.TextRange;
import org.amts.document.markdown.MarkdownFormat;

/**
 * A Markdown cell: parsed as Markdown, then every position moved to where it stands in the JSON.
 */
final class MarkdownCell {

  private static final MarkdownFormat MARKDOWN = MarkdownFormat.ofPieces();

  private final SourceText notebook;
  private final ExtractedText content;
  private final Document document;
  private final Escaping jsonEscaping;

  MarkdownCell(SourceText notebook, Cell cell, Escaping jsonEscaping) {
    this.notebook = notebook;
    this.content = JsonStrings.read(notebook.text(), cell.strings());
    this.document = MARKDOWN.parse(SourceText.of(notebook.name(), content.text()));
    this.jsonEscaping = jsonEscaping;
  }

  List<Block> blocks() {
    return document.blocks().stream().map(this::moved).toList();
  }

  List<Diagnostic> diagnostics() {
    return document.diagnostics().stream().map(this::moved).toList();
  }

  private Diagnostic moved(Diagnostic diagnostic) {
    String text = content.text();
    int start = 0;
    for (int line = 1; line < diagnostic.line() && start < text.length(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int origin = content.origin(new TextRange(start, start)).start();
    return new Diagnostic(
        diagnostic.severity(), diagnostic.file(), notebook.lineOf(origin), diagnostic.message());
  }

  private Block moved(Block block) {
    List<Inline> inlines = new ArrayList<>();
    for (Inline inline : block.inlines()) {
      if (inline.isSplittable()) {
        addText(inlines, inline.range());
      } else {
        inlines.add(new Inline(inline.kind(), content.origin(inline.range()), inline.text()));
      }
    }
    Escaping escaping = text -> jsonEscaping.escape(block.escaping().escape(text));
    return new Block(block.kind(), block.level(), content.origin(block.range()), inlines, escaping);
  }

  /** Adds text in pieces, each all as it stands in the file or all escaped. */
  private void addText(List<Inline> inlines, TextRange range) {
    int start = range.start();
    while (start < range.end()) {
      boolean isLiteral = isLiteral(start);
      int end = start + 1;
      while (end < range.end() && isLiteral(end) == isLiteral) {
        end++;
      }
      TextRange piece = new TextRange(start, end);
      inlines.add(new Inline(InlineKind.TEXT, content.origin(piece), piece.of(content.text())));
      start = end;
    }
  }

  private boolean isLiteral(int at) {
    return content.origin(new TextRange(at, at + 1)).length() == 1;
  }
}
