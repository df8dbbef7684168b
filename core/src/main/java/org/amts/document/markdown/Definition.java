package org.amts.document.markdown;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The definition of the term in the paragraph before it, {@code : what it means}, or the caption of
 * the table before it.
 */
final class Definition extends CustomBlock {

  private Definition() {}

  /** Finds definitions; they also end a paragraph, the term. */
  static final class Factory extends AbstractBlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int colon = state.getNextNonSpaceIndex();
      if (state.getIndent() >= 4 || line.charAt(colon) != ':') {
        return BlockStart.none();
      }
      // The line would be a row of the table without bars.
      boolean followsTable =
          matched.getMatchedBlockParser().getBlock().getLastChild() instanceof TableBlock;
      if (!followsTable && !followsTerm(matched)) {
        return BlockStart.none();
      }
      int content = colon + 1;
      while (content < line.length() && line.charAt(content) == ' ') {
        content++;
      }
      if (content == line.length() || content == colon + 1 && !followsTable) {
        return BlockStart.none();
      }
      int width = state.getIndent() + content - colon;
      return BlockStart.of(new Content(width)).atColumn(state.getColumn() + width);
    }

    private static boolean followsTerm(MatchedBlockParser matched) {
      Block block = matched.getMatchedBlockParser().getBlock();
      Node before = block.getLastChild();
      return block instanceof Paragraph
          || before instanceof Paragraph
          || before instanceof Definition;
    }
  }

  /** Takes the lines that are indented as far as the first one's text. */
  private static final class Content extends AbstractBlockParser {

    private final Definition definition = new Definition();
    private final int width;

    Content(int width) {
      this.width = width;
    }

    @Override
    public Block getBlock() {
      return definition;
    }

    @Override
    public boolean isContainer() {
      return true;
    }

    @Override
    public boolean canContain(Block childBlock) {
      return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (state.isBlank()) {
        return BlockContinue.atIndex(state.getNextNonSpaceIndex());
      }
      return state.getIndent() >= width
          ? BlockContinue.atColumn(state.getColumn() + width)
          : BlockContinue.none();
    }
  }
}
