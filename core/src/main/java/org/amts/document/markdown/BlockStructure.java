package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.amts.document.TextRange;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The blocks of a Markdown text as a tree of commonmark-java, with the lines that hold each block's
 * content.
 *
 * @param root the document node; it has blocks only, no inlines
 * @param contents for each paragraph, heading and table cell the places of its lines in the text,
 *     without what belongs to the blocks around it (list indentation, {@code >})
 */
record BlockStructure(Node root, Map<Node, List<TextRange>> contents) {

  /**
   * Deeper nesting reads as text: nobody writes it, and it bounds every recursion over the tree.
   */
  private static final int MAX_NESTING = 100;

  /**
   * Parses a text.
   *
   * @param text the whole text
   * @param start where the Markdown starts, after the front matter
   */
  static BlockStructure of(String text, int start) {
    Map<Node, List<TextRange>> contents = new IdentityHashMap<>();
    String body = blankOut(text, start);
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
            .customBlockParserFactory(new DirectiveLine.Factory(body))
            .customBlockParserFactory(new DirectiveParser.Factory())
            .customBlockParserFactory(new Formula.Factory(body))
            .customBlockParserFactory(new Definition.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_NESTING)
            // commonmark's own inline parser does not know maths and roles: keep the lines instead.
            .inlineParserFactory(
                context -> (lines, node) -> contents.put(node, ranges(node, lines)))
            .build();
    return new BlockStructure(parser.parse(FormulaShield.shield(body)), contents);
  }

  /** The text with its beginning turned into blank lines, so that positions stay as they are. */
  private static String blankOut(String text, int end) {
    StringBuilder blank = new StringBuilder(text);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      blank.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
    }
    return blank.toString();
  }

  private static List<TextRange> ranges(Node node, SourceLines lines) {
    List<TextRange> ranges = new ArrayList<>();
    for (SourceLine line : lines.getLines()) {
      SourceSpan span = line.getSourceSpan();
      if (span != null) {
        ranges.add(range(span));
      }
    }
    return ranges;
  }

  static TextRange range(SourceSpan span) {
    return new TextRange(span.getInputIndex(), span.getInputIndex() + span.getLength());
  }
}
