package org.amts.document.notebook;

import java.util.List;
import org.amts.document.Block;
import org.amts.document.Diagnostic;
import org.amts.document.Document;
import org.amts.document.Escaping;
import org.amts.document.ExtractedText;
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
    Escaping escaping = text -> jsonEscaping.escape(block.escaping().escape(text));
    return new Block(
        block.kind(),
        block.level(),
        content.origin(block.range()),
        content.place(block.inlines()),
        escaping);
  }
}
