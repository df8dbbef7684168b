package org.amts.document.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.TextRange;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Directives between fences of backticks, tildes or colons: MyST's {@code ```{note}} and {@code
 * :::{note}}, Docusaurus' {@code :::note}. Those that hold prose become containers. Those that hold
 * code are fenced code between backticks or tildes, and kept as a whole between colons.
 */
final class DirectiveParser extends AbstractBlockParser {

  private static final Pattern HEAD =
      Pattern.compile("(`{3,}|~{3,}|:{3,})\\s*(?:\\{([\\w:.-]+)\\}|([\\w-]+))\\s*(.*?)\\s*");

  private final Directive directive;
  private final String fence;
  private final Factory factory;

  private DirectiveParser(Directive directive, String fence, Factory factory) {
    this.directive = directive;
    this.fence = fence;
    this.factory = factory;
    factory.open.push(this);
  }

  @Override
  public Block getBlock() {
    return directive;
  }

  @Override
  public boolean isContainer() {
    return !directive.isVerbatim();
  }

  @Override
  public boolean canContain(Block childBlock) {
    return !directive.isVerbatim();
  }

  @Override
  public void closeBlock() {
    factory.open.remove(this);
  }

  /** Whether only options were seen so far. */
  boolean isAtOptions() {
    Node last = directive.getLastChild();
    return last == null || last instanceof DirectiveLine;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    int length = state.getIndent() < 4 ? tailLength(state) : 0;
    if (length < fence.length() || !closes(length, state.getActiveBlockParser().getBlock())) {
      return BlockContinue.atIndex(state.getIndex());
    }
    directive.close();
    if (directive.isVerbatim()) {
      return BlockContinue.finished();
    }
    // Not finished(): commonmark would give the line to the blocks inside too. It becomes a block
    // of its own, after this one.
    factory.tailAt = state.getLine().getSourceSpan().getInputIndex();
    return BlockContinue.none();
  }

  /** Length of the fence, if the line is nothing but a fence of this kind, else 0. */
  private int tailLength(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int start = state.getNextNonSpaceIndex();
    int end = start;
    while (end < line.length() && line.charAt(end) == fence.charAt(0)) {
      end++;
    }
    for (int i = end; i < line.length(); i++) {
      if (!Cursor.isBlank(line.charAt(i))) {
        return 0;
      }
    }
    return end - start;
  }

  private boolean closes(int length, Block active) {
    if (active instanceof FencedCodeBlock code && code.getOpeningFenceLength() != null) {
      boolean isOfThisKind = code.getFenceCharacter().charAt(0) == fence.charAt(0);
      if (fence.charAt(0) == ':' || isOfThisKind && length >= code.getOpeningFenceLength()) {
        return false;
      }
    }
    // The innermost directive that the fence fits is the one that it closes.
    for (DirectiveParser inner : factory.open) {
      if (inner == this) {
        return true;
      }
      if (inner.fence.charAt(0) == fence.charAt(0) && length >= inner.fence.length()) {
        return false;
      }
    }
    return true;
  }

  /** Finds the heads of directives that hold prose. */
  static final class Factory extends AbstractBlockParserFactory {

    private final Deque<DirectiveParser> open = new ArrayDeque<>();
    private int tailAt = -1;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= 4) {
        return BlockStart.none();
      }
      SourceLine line = state.getLine();
      CharSequence content = line.getContent();
      if (line.getSourceSpan().getInputIndex() == tailAt) {
        tailAt = -1;
        return BlockStart.of(new SingleLineParser(new DirectiveLine(null)))
            .atIndex(content.length());
      }
      Matcher head = HEAD.matcher(content).region(state.getNextNonSpaceIndex(), content.length());
      if (!head.matches()) {
        return BlockStart.none();
      }
      boolean isProse = isProse(head);
      boolean isColonFence = head.group(1).charAt(0) == ':';
      if (!isProse && !isColonFence) {
        return BlockStart.none();
      }
      SourceSpan span = line.getSourceSpan();
      TextRange range = range(span, head.start(1), head.end(4));
      Directive directive = new Directive(name(head), range, title(head, span), !isProse);
      return BlockStart.of(new DirectiveParser(directive, head.group(1), this))
          .atIndex(content.length());
    }

    private static boolean isProse(Matcher head) {
      String name = name(head);
      if (head.group(1).charAt(0) == ':') {
        return !DirectiveNames.holdsNoProse(name);
      }
      return head.group(2) != null && DirectiveNames.holdsProse(name);
    }

    private static String name(Matcher head) {
      String name = head.group(2) != null ? head.group(2) : head.group(3);
      return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable TextRange title(Matcher head, SourceSpan span) {
      String name = name(head);
      boolean isTitled = DirectiveNames.isTitled(name);
      boolean isAttributes = head.group(4).startsWith("{") || head.group(4).contains("=\"");
      return isTitled && !isAttributes && !head.group(4).isEmpty()
          ? range(span, head.start(4), head.end(4))
          : null;
    }

    private static TextRange range(SourceSpan span, int start, int end) {
      return new TextRange(span.getInputIndex() + start, span.getInputIndex() + end);
    }
  }
}
