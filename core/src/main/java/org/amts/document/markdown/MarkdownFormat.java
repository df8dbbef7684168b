package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amts.document.Block;
import org.amts.document.Diagnostic;
import org.amts.document.Document;
import org.amts.document.DocumentFormat;
import org.amts.document.SourceText;
import org.amts.document.TextProblems;

/** Markdown as books write it; see the package for what is understood. */
public final class MarkdownFormat implements DocumentFormat {

  private final boolean hasFrontMatter;

  /** The format of files. */
  public MarkdownFormat() {
    this(true);
  }

  private MarkdownFormat(boolean hasFrontMatter) {
    this.hasFrontMatter = hasFrontMatter;
  }

  /** The format of pieces of Markdown inside other files, which have no front matter. */
  public static MarkdownFormat ofPieces() {
    return new MarkdownFormat(false);
  }

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("md", "markdown", "mdx", "qmd", "rmd");
  }

  @Override
  public Document parse(SourceText source) {
    List<Diagnostic> diagnostics = new ArrayList<>(TextProblems.find(source));
    FrontMatter frontMatter = hasFrontMatter ? FrontMatter.find(source) : FrontMatter.NONE;
    diagnostics.addAll(frontMatter.diagnostics());
    BlockCollector collector = new BlockCollector(source);
    collector.collect(BlockStructure.of(source.text(), frontMatter.end()));
    diagnostics.addAll(collector.diagnostics());
    List<Block> blocks = new ArrayList<>(frontMatter.blocks());
    blocks.addAll(collector.blocks());
    return new Document(source, name(), blocks, diagnostics);
  }
}
