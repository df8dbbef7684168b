package org.amts.document.markdown;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.TextRange;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * A line that tells the book's builder something and that no reader sees: {@code :label:`sec_a`},
 * {@code :begin_tab:`pytorch`}, {@code (target)=}, {@code [!NOTE]}, {@code {{< note >}}}.
 */
final class DirectiveLine extends CustomBlock {

  /** Options of a directive whose value a reader sees. */
  private static final Set<String> READABLE_OPTIONS = Set.of("alt", "caption");

  private static final Pattern LINE =
      Pattern.compile(
          // d2lbook; its other roles (:numref: and so on) stand in the running text
          "(?:\\s*:(?:label|eqlabel|width|height|begin_tab|end_tab|bibliography):(?:`[^`]*`)?)++\\s*"
              // MyST: a target, a block break
              + "|\\([^()\\s]+\\)=\\s*|\\+\\+\\+(?:\\s.*)?"
              // GitHub and Microsoft: an alert, an inclusion, a video
              + "|\\[![A-Za-z]+(?: [^\\[\\]]*(?:\\[[^\\[\\]]*\\]\\([^()]*\\))?)?\\s*\\]\\s*"
              // kramdown: attributes of the block before
              + "|\\{:[^{}]*\\}\\s*"
              // Microsoft: zones, rows, images; the end of a directive that was never opened
              + "|:{3,}(?:\\s*(?:(?:zone|moniker)\\b.*|[\\w-]+-end\\b.*|\\S.*:{3,}))?\\s*");

  /** What such a line can start with: a quick look saves the thorough one. */
  private static final String FIRST_CHARACTERS = ":(+[{";

  /** Microsoft's picture with attributes. */
  private static final Pattern PICTURE =
      Pattern.compile(":{3,}image\\b.*\\balt-text=\"([^\"]+)\".*:{3,}\\s*");

  private static final Pattern OPTION = Pattern.compile(":([A-Za-z][\\w-]*):(?:\\s+(\\S.*?))?\\s*");

  private final @Nullable TextRange readable;

  /** A line with a part that readers see, or without one. */
  DirectiveLine(@Nullable TextRange readable) {
    this.readable = readable;
  }

  /** The part of the line that readers see, if there is one: an alternative text. */
  Optional<TextRange> readable() {
    return Optional.ofNullable(readable);
  }

  /** Finds such lines; they also end a paragraph. */
  static final class Factory extends AbstractBlockParserFactory {

    private final Shortcodes shortcodes;

    Factory(String text) {
      this.shortcodes = new Shortcodes(text);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      boolean inParagraph = matched.getMatchedBlockParser().getBlock() instanceof Paragraph;
      if (state.getIndent() >= 4 && !inParagraph) {
        return BlockStart.none();
      }
      CharSequence content = state.getLine().getContent();
      int start = state.getNextNonSpaceIndex();
      if (FIRST_CHARACTERS.indexOf(content.charAt(start)) < 0) {
        return BlockStart.none();
      }
      String line = content.subSequence(start, content.length()).toString();
      int inputStart = state.getLine().getSourceSpan().getInputIndex() + start;
      DirectiveLine found = null;
      if (matched.getMatchedBlockParser() instanceof DirectiveParser directive
          && directive.isAtOptions()) {
        found = option(line, inputStart);
      }
      if (found == null) {
        found = picture(line, inputStart);
      }
      if (found == null
          && (LINE.matcher(line).matches() || shortcodes.isBlock(line, inputStart, inParagraph))) {
        found = new DirectiveLine(null);
      }
      return found == null
          ? BlockStart.none()
          : BlockStart.of(new SingleLineParser(found)).atIndex(content.length());
    }

    private static @Nullable DirectiveLine picture(CharSequence line, int inputStart) {
      Matcher picture = PICTURE.matcher(line);
      return picture.matches()
          ? new DirectiveLine(
              new TextRange(inputStart + picture.start(1), inputStart + picture.end(1)))
          : null;
    }

    private static @Nullable DirectiveLine option(CharSequence line, int inputStart) {
      Matcher option = OPTION.matcher(line);
      if (!option.matches()) {
        return null;
      }
      boolean isReadable = option.group(2) != null && READABLE_OPTIONS.contains(option.group(1));
      return new DirectiveLine(
          isReadable
              ? new TextRange(inputStart + option.start(2), inputStart + option.end(2))
              : null);
    }
  }
}
