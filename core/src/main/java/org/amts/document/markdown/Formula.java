package org.amts.document.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A formula on lines of its own, {@code $$ ... $$}. */
final class Formula extends CustomBlock {

  /** What may follow the closing dollar signs: punctuation, labels, attributes. */
  private static final Pattern TAIL =
      Pattern.compile(
          "[ \\t]*[.,;:]?[ \\t]*(?::[a-z]+:`[^`\\r\\n]*`|\\([\\w:.-]+\\)|\\{[#.:][^{}\\r\\n]*\\})?[ \\t]*");

  /** How far to look for the end of a formula that has blank lines inside. */
  private static final int MAX_LENGTH = 10_000;

  private Formula() {}

  /** Finds formulas; they also end a paragraph. */
  static final class Factory extends AbstractBlockParserFactory {

    private final Cursor text;
    private final String source;

    Factory(String text) {
      this.source = text;
      this.text = new Cursor(text);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      boolean inParagraph = matched.getMatchedBlockParser().getBlock() instanceof Paragraph;
      if (state.getIndent() >= 4 && !inParagraph) {
        return BlockStart.none();
      }
      int start = state.getLine().getSourceSpan().getInputIndex() + state.getNextNonSpaceIndex();
      if (!isOpening(state) || !text.startsWith("$$", start)) {
        return BlockStart.none();
      }
      int end = end(start);
      return end == Cursor.NONE
          ? BlockStart.none()
          : BlockStart.of(new Lines(end)).atIndex(state.getIndex());
    }

    /** Whether the line as the parser sees it, shielded, opens a formula. */
    private static boolean isOpening(ParserState state) {
      CharSequence line = state.getLine().getContent();
      return line.charAt(state.getNextNonSpaceIndex()) == '$';
    }

    /** End of the formula that starts at {@code start}, or {@link Cursor#NONE}. */
    private int end(int start) {
      int end = text.findEnd("$$", start + 2);
      if (end == Cursor.NONE || end - start > MAX_LENGTH || end == start + 4) {
        return Cursor.NONE;
      }
      boolean opensAlone =
          text.skipLineEnd(text.skipBlanks(start + 2)) > text.skipBlanks(start + 2);
      if (!opensAlone && hasBlankLine(start, end)) {
        return Cursor.NONE;
      }
      int lineEnd = end;
      while (lineEnd < source.length() && "\r\n".indexOf(source.charAt(lineEnd)) < 0) {
        lineEnd++;
      }
      return TAIL.matcher(source).region(end, lineEnd).matches() ? lineEnd : Cursor.NONE;
    }

    private boolean hasBlankLine(int start, int end) {
      int at = start;
      while (at < end) {
        int afterLineEnd = text.skipLineEnd(at);
        if (afterLineEnd > at) {
          int next = text.skipBlanks(afterLineEnd);
          if (text.skipLineEnd(next) > next) {
            return true;
          }
        }
        at = Math.max(afterLineEnd, at + 1);
      }
      return false;
    }
  }

  /** Takes every line up to the formula's end, whatever it looks like. */
  private static final class Lines extends AbstractBlockParser {

    private final Formula formula = new Formula();
    private final int end;

    Lines(int end) {
      this.end = end;
    }

    @Override
    public Block getBlock() {
      return formula;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return state.getLine().getSourceSpan().getInputIndex() < end
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.none();
    }
  }
}
