package org.amts.document.html;

import java.util.Set;
import org.amts.document.Document;
import org.amts.document.DocumentFormat;
import org.amts.document.SourceText;
import org.amts.document.TextProblems;

/**
 * HTML pages. Scripts, styles and code are kept; so is what has {@code translate="no"}, the class
 * {@code notranslate}, or a {@code lang} other than the page's.
 */
public final class HtmlFormat implements DocumentFormat {

  @Override
  public String name() {
    return "html";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("html", "htm", "xhtml");
  }

  @Override
  public Document parse(SourceText source) {
    return new Document(
        source, name(), HtmlBlocks.find(source.text(), 0), TextProblems.find(source));
  }
}
