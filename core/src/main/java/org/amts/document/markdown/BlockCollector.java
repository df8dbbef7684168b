package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.SourceText;
import org.amts.document.TextRange;
import org.amts.document.html.HtmlBlocks;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Walks over the block structure of one file and makes the blocks of its document. */
final class BlockCollector {

  /** Attributes at the end of a heading, {@code {#id .class}}. */
  private static final Pattern HEADING_ATTRIBUTES =
      Pattern.compile("[ \\t]*\\{[#.:][^{}\\r\\n]*\\}$");

  private static final Pattern TASK_MARK = Pattern.compile("\\[[ xX]\\][ \\t]+");

  /** The colon before the caption of a table; a role or an emoji has a second one. */
  private static final Pattern CAPTION_MARK = Pattern.compile(":[ \\t]*(?![:\\s]|[\\w+.-]+:)");

  private final SourceText source;
  private final String text;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final SkippedRegions skipped = new SkippedRegions();
  private Map<Node, List<TextRange>> contents = Map.of();
  private InlineParser inlineParser = new InlineParser();

  BlockCollector(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  void collect(BlockStructure structure) {
    contents = structure.contents();
    Set<String> labels = new HashSet<>();
    collectLabels(structure.root(), labels);
    inlineParser = new InlineParser(labels);
    collectChildren(structure.root(), 0);
    skipped
        .unclosedAt()
        .ifPresent(
            at -> warn(at, "this region is never closed: add <!-- i18n:skip-end --> after it"));
  }

  private static void collectLabels(Node parent, Set<String> labels) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof LinkReferenceDefinition definition) {
        labels.add(LinkLabel.normalize(definition.getLabel()));
      } else {
        collectLabels(node, labels);
      }
    }
  }

  private void collectChildren(Node parent, int listDepth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      boolean isComment = node instanceof HtmlBlock && skipped.read(rangeOf(node), text);
      if (!isComment) {
        skipped.enter(node);
      }
      collect(node, listDepth);
      skipped.leave(node);
    }
  }

  private void collect(Node node, int listDepth) {
    if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof Paragraph) {
      paragraph(node, listDepth);
    } else if (node instanceof TableCell) {
      tableCell(node);
    } else if (node instanceof FencedCodeBlock code) {
      fencedCode(code);
    } else if (node instanceof IndentedCodeBlock) {
      add(Block.untranslated(BlockKind.CODE, rangeOf(node)));
    } else if (node instanceof Formula) {
      add(Block.untranslated(BlockKind.MATH, rangeOf(node)));
    } else if (node instanceof HtmlBlock) {
      html(node);
    } else if (node instanceof LinkReferenceDefinition) {
      add(Block.untranslated(BlockKind.DIRECTIVE, rangeOf(node)));
    } else if (node instanceof DirectiveLine line) {
      directiveLine(line);
    } else if (node instanceof Directive directive) {
      directive(directive, listDepth);
    } else if (!(node instanceof ThematicBreak)) {
      collectChildren(node, node instanceof ListItem ? listDepth + 1 : listDepth);
    }
  }

  private void heading(Heading heading) {
    List<TextRange> lines = new ArrayList<>(contents.getOrDefault(heading, List.of()));
    if (!lines.isEmpty()) {
      int last = lines.size() - 1;
      TextRange line = lines.get(last);
      Matcher attributes = HEADING_ATTRIBUTES.matcher(text).region(line.start(), trimmedEnd(line));
      if (attributes.find()) {
        lines.set(last, new TextRange(line.start(), attributes.start()));
      }
    }
    TextRange range = rangeOf(heading);
    List<Inline> inlines = inlines(lines);
    add(new Block(BlockKind.HEADING, heading.getLevel(), range, inlines, Escaping.NONE));
  }

  private void paragraph(Node node, int listDepth) {
    boolean inItem = node.getParent() instanceof ListItem;
    List<TextRange> lines = new ArrayList<>(contents.getOrDefault(node, List.of()));
    TextRange range = rangeOf(node);
    if (inItem && node.getPrevious() == null) {
      range = new TextRange(rangeOf(node.getParent()).start(), range.end());
      removeMark(TASK_MARK, lines);
    } else {
      removeMark(CAPTION_MARK, lines);
    }
    List<Inline> inlines = inlines(lines);
    warnOfUnclosedFormula(inlines);
    List<Inline> caption = Pictures.captionOf(inlines);
    if (caption != null) {
      add(new Block(BlockKind.FIGURE, 0, range, caption, Escaping.NONE));
    } else if (inItem) {
      add(new Block(BlockKind.LIST_ITEM, listDepth, range, inlines, Escaping.NONE));
    } else {
      BlockKind kind = paragraphKind(inlines);
      add(
          kind == BlockKind.PARAGRAPH
              ? new Block(kind, 0, range, inlines, Escaping.NONE)
              : Block.untranslated(kind, range));
    }
  }

  /** A paragraph without words is what it consists of. */
  private static BlockKind paragraphKind(List<Inline> inlines) {
    boolean hasWords =
        inlines.stream()
            .filter(inline -> inline.kind() == InlineKind.TEXT)
            .anyMatch(inline -> inline.text().codePoints().anyMatch(Character::isLetterOrDigit));
    Set<InlineKind> kinds = inlines.stream().map(Inline::kind).collect(Collectors.toSet());
    kinds.removeAll(Set.of(InlineKind.TEXT, InlineKind.SOFT_BREAK));
    if (hasWords || kinds.size() != 1) {
      return BlockKind.PARAGRAPH;
    }
    return switch (kinds.iterator().next()) {
      case MATH -> BlockKind.MATH;
      case HTML -> BlockKind.HTML;
      case OTHER -> BlockKind.DIRECTIVE;
      default -> BlockKind.PARAGRAPH;
    };
  }

  private void warnOfUnclosedFormula(List<Inline> inlines) {
    for (Inline inline : inlines) {
      int dollars = inline.kind() == InlineKind.TEXT ? inline.text().indexOf("$$") : -1;
      if (dollars >= 0) {
        warn(
            inline.range().start() + dollars,
            "this formula is never closed: its words count as text; add the missing $$");
        return;
      }
    }
  }

  /** Takes a mark off the start of a paragraph's first line. */
  private void removeMark(Pattern pattern, List<TextRange> lines) {
    if (!lines.isEmpty()) {
      TextRange line = lines.get(0);
      Matcher mark = pattern.matcher(text).region(line.start(), line.end());
      if (mark.lookingAt()) {
        lines.set(0, new TextRange(mark.end(), line.end()));
      }
    }
  }

  private void tableCell(Node node) {
    if (node.getSourceSpans().isEmpty()) {
      return;
    }
    TextRange line = BlockStructure.range(node.getSourceSpans().get(0));
    List<Inline> inlines = TableCells.unescaped(inlines(List.of(line)));
    if (!inlines.isEmpty()) {
      TextRange range =
          new TextRange(
              inlines.get(0).range().start(), inlines.get(inlines.size() - 1).range().end());
      add(new Block(BlockKind.TABLE_CELL, 0, range, inlines, TableCells.ESCAPING));
    }
  }

  private void fencedCode(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip();
    boolean isMath = info.startsWith("{math}") || info.equals("math");
    TextRange range = rangeOf(code);
    if (code.getClosingFenceLength() == null) {
      warn(
          range.start(),
          "this code is never closed: everything after it counts as code; add a line "
              + code.getFenceCharacter().repeat(code.getOpeningFenceLength()));
    }
    add(Block.untranslated(isMath ? BlockKind.MATH : BlockKind.CODE, range));
  }

  /**
   * A block of HTML. What it holds to translate is found by the HTML parser, unless its lines start
   * with marks of Markdown, which would read as text there.
   */
  private void html(Node node) {
    TextRange range = rangeOf(node);
    // Comments, declarations, instructions: the HTML parser would find text in some.
    boolean isMarkup = text.startsWith("<!", range.start()) || text.startsWith("<?", range.start());
    boolean isLegible = !isMarkup && (node.getSourceSpans().size() == 1 || !isQuoted(node));
    List<Block> inside = isLegible ? HtmlBlocks.find(range.of(text), range.start()) : List.of();
    if (inside.stream().noneMatch(Block::isTranslatable)) {
      add(Block.untranslated(BlockKind.HTML, range));
      return;
    }
    for (Block block : inside) {
      List<Inline> inlines =
          block.inlines().stream().flatMap(inline -> reread(inline).stream()).toList();
      add(new Block(block.kind(), block.level(), block.range(), inlines, block.escaping()));
    }
  }

  private static boolean isQuoted(Node node) {
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof BlockQuote) {
        return true;
      }
    }
    return false;
  }

  /** Text in HTML may hold formulas and roles too. */
  private List<Inline> reread(Inline inline) {
    if (!inline.isSplittable()) {
      return List.of(inline);
    }
    int start = inline.range().start();
    return inlineParser.parse(inline.text()).stream()
        .map(
            found ->
                new Inline(
                    found.kind(),
                    new TextRange(start + found.range().start(), start + found.range().end()),
                    found.text()))
        .toList();
  }

  private void directiveLine(DirectiveLine line) {
    TextRange range = rangeOf(line);
    add(
        line.readable()
            .map(readable -> metadata(range, readable))
            .orElseGet(() -> Block.untranslated(BlockKind.DIRECTIVE, range)));
  }

  private void directive(Directive directive, int listDepth) {
    if (!directive.isClosed()) {
      warn(directive.head().start(), "this directive is never closed");
    }
    if (directive.isVerbatim()) {
      boolean isMath = directive.name().equals("math");
      add(Block.untranslated(isMath ? BlockKind.MATH : BlockKind.CODE, rangeOf(directive)));
      return;
    }
    TextRange title = directive.title();
    add(
        title == null
            ? Block.untranslated(BlockKind.DIRECTIVE, directive.head())
            : metadata(directive.head(), title));
    collectChildren(directive, listDepth);
  }

  private Block metadata(TextRange range, TextRange readable) {
    return new Block(BlockKind.METADATA, 0, range, inlines(List.of(readable)), Escaping.NONE);
  }

  private void add(Block block) {
    blocks.add(skipped.isSkipping() ? Block.untranslated(BlockKind.SKIPPED, block.range()) : block);
  }

  private void warn(int at, String message) {
    diagnostics.add(new Diagnostic(Severity.WARNING, source.name(), source.lineOf(at), message));
  }

  /** The inlines of a block's lines; what lies between two lines belongs to the line break. */
  private List<Inline> inlines(List<TextRange> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    return new BlockContent(text, lines).inlines(inlineParser);
  }

  private int trimmedEnd(TextRange line) {
    int end = line.end();
    while (end > line.start() && Cursor.isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static TextRange rangeOf(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    TextRange first = BlockStructure.range(spans.get(0));
    return new TextRange(first.start(), BlockStructure.range(spans.get(spans.size() - 1)).end());
  }
}
