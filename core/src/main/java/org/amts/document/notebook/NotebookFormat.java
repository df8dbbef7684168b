package org.amts.document.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.document.Document;
import org.amts.document.DocumentFormat;
import org.amts.document.Escaping;
import org.amts.document.SourceText;
import org.amts.document.TextProblems;

/**
 * Jupyter notebooks, nbformat 4. Markdown cells are Markdown; other cells are code; outputs and
 * metadata are no blocks at all.
 */
public final class NotebookFormat implements DocumentFormat {

  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("ipynb");
  }

  @Override
  public Document parse(SourceText source) {
    List<Diagnostic> diagnostics = new ArrayList<>(TextProblems.find(source));
    List<Block> blocks = new ArrayList<>();
    if (source.isText()) {
      try {
        List<Cell> cells = CellReader.read(source.text());
        if (cells.isEmpty()) {
          diagnostics.add(noCells(source));
        }
        addBlocks(source, cells, blocks, diagnostics);
      } catch (IOException e) {
        diagnostics.add(notJson(source, e));
      }
    }
    return new Document(source, name(), blocks, diagnostics);
  }

  private static void addBlocks(
      SourceText source, List<Cell> cells, List<Block> blocks, List<Diagnostic> diagnostics) {
    Escaping escaping = JsonStrings.escapingOf(source.text());
    for (Cell cell : cells) {
      if (cell.isMarkdown()) {
        MarkdownCell markdown = new MarkdownCell(source, cell, escaping);
        blocks.addAll(markdown.blocks());
        diagnostics.addAll(markdown.diagnostics());
      } else {
        blocks.add(Block.untranslated(BlockKind.CODE, cell.source()));
      }
    }
  }

  private static Diagnostic noCells(SourceText source) {
    return new Diagnostic(
        Severity.WARNING,
        source.name(),
        0,
        "no cells; if this is a notebook of an old format, convert it with"
            + " `jupyter nbconvert --to notebook`");
  }

  private static Diagnostic notJson(SourceText source, IOException problem) {
    int line = 0;
    String message = String.valueOf(problem.getMessage());
    if (problem instanceof JsonProcessingException json) {
      message = json.getOriginalMessage();
      line = json.getLocation() == null ? 0 : Math.max(0, json.getLocation().getLineNr());
    }
    return new Diagnostic(
        Severity.ERROR,
        source.name(),
        line,
        "not valid JSON, the file is passed through untouched: "
            + message.lines().findFirst().orElse(""));
  }
}
