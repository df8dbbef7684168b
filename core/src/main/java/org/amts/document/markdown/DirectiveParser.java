package org.amts.document.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
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

  /** Directives of MyST and Sphinx whose content is prose. */
  private static final Set<String> PROSE =
      Set.of(
          "admonition",
          "attention",
          "caution",
          "danger",
          "error",
          "hint",
          "important",
          "note",
          "tip",
          "warning",
          "seealso",
          "todo",
          "versionadded",
          "versionchanged",
          "deprecated",
          "figure",
          "figure-md",
          "table",
          "list-table",
          "margin",
          "sidebar",
          "aside",
          "topic",
          "epigraph",
          "highlights",
          "pull-quote",
          "blockquote",
          "rubric",
          "dropdown",
          "details",
          "tab-set",
          "tab-item",
          "grid",
          "grid-item",
          "grid-item-card",
          "card",
          "card-carousel",
          "exercise",
          "exercise-start",
          "solution",
          "solution-start",
          "glossary",
          "div",
          "container",
          "only");

  /** Directives whose content is not prose even between colons, where prose is the rule. */
  private static final Set<String> NOT_PROSE =
      Set.of(
          "code",
          "code-block",
          "code-cell",
          "sourcecode",
          "literalinclude",
          "include",
          "math",
          "mermaid",
          "raw",
          "eval-rst",
          "bibliography",
          "toctree",
          "csv-table",
          "image",
          "iframe",
          "graphviz",
          "plot",
          "doctest",
          "highlight");

  /** Directives whose argument is a title; of all others it is a path, a label or a language. */
  private static final Set<String> TITLED =
      Set.of(
          "admonition",
          "attention",
          "caution",
          "danger",
          "error",
          "hint",
          "important",
          "note",
          "tip",
          "warning",
          "seealso",
          "sidebar",
          "topic",
          "rubric",
          "dropdown",
          "details",
          "tab-item",
          "grid-item-card",
          "card",
          "exercise",
          "table",
          "list-table",
          "info");

  private static final Pattern HEAD =
      Pattern.compile("(`{3,}|~{3,}|:{3,})\\s*(?:\\{([\\w:.-]+)\\}|([\\w-]+))\\s*(.*?)\\s*");

  private static final Pattern TAIL = Pattern.compile("(`{3,}|~{3,}|:{3,})\\s*");

  private final Directive directive;
  private final String fence;
  private final Deque<DirectiveParser> open;

  private DirectiveParser(Directive directive, String fence, Deque<DirectiveParser> open) {
    this.directive = directive;
    this.fence = fence;
    this.open = open;
    open.push(this);
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
    open.remove(this);
  }

  /** Whether only options were seen so far. */
  boolean isAtOptions() {
    Node last = directive.getLastChild();
    return last == null || last instanceof DirectiveLine;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int start = state.getNextNonSpaceIndex();
    Matcher tail = TAIL.matcher(line).region(start, line.length());
    if (!tail.matches() || !closes(tail.group(1), state.getActiveBlockParser().getBlock())) {
      return BlockContinue.atIndex(state.getIndex());
    }
    int inputStart = state.getLine().getSourceSpan().getInputIndex();
    directive.close(new TextRange(inputStart + start, inputStart + tail.end(1)));
    return BlockContinue.finished();
  }

  private boolean closes(String closing, Block active) {
    if (!canClose(closing)) {
      return false;
    }
    if (active instanceof FencedCodeBlock code && code.getOpeningFenceLength() != null) {
      boolean closesCode =
          closing.startsWith(code.getFenceCharacter())
              && closing.length() >= code.getOpeningFenceLength();
      if (closesCode || closing.charAt(0) == ':') {
        return false;
      }
    }
    // The innermost directive that the fence fits is the one that it closes.
    for (DirectiveParser inner : open) {
      if (inner == this) {
        return true;
      }
      if (inner.canClose(closing)) {
        return false;
      }
    }
    return true;
  }

  private boolean canClose(String closing) {
    return closing.charAt(0) == fence.charAt(0) && closing.length() >= fence.length();
  }

  /** Finds the heads of directives that hold prose. */
  static final class Factory extends AbstractBlockParserFactory {

    private final Deque<DirectiveParser> open = new ArrayDeque<>();

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= 4) {
        return BlockStart.none();
      }
      SourceLine line = state.getLine();
      CharSequence content = line.getContent();
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
      return BlockStart.of(new DirectiveParser(directive, head.group(1), open))
          .atIndex(content.length());
    }

    private static boolean isProse(Matcher head) {
      String name = name(head);
      if (head.group(1).charAt(0) == ':') {
        return !NOT_PROSE.contains(name);
      }
      // "prf:" are the theorems, lemmas and proofs of sphinx-proof.
      return head.group(2) != null && (PROSE.contains(name) || name.startsWith("prf:"));
    }

    private static String name(Matcher head) {
      String name = head.group(2) != null ? head.group(2) : head.group(3);
      return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable TextRange title(Matcher head, SourceSpan span) {
      String name = name(head);
      boolean isTitled = TITLED.contains(name) || name.startsWith("prf:");
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
