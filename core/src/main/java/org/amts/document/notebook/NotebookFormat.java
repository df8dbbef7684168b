package org.amts.document.notebook;

import java.util.List;
import java.util.Set;
import org.amts.document.Document;
import org.amts.document.DocumentFormat;
import org.amts.document.SourceText;
import org.amts.document.TextProblems;

/** Passes every file through for now. */
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
    return new Document(source, name(), List.of(), TextProblems.find(source));
  }
}
