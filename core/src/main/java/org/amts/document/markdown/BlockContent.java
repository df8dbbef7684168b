package org.amts.document.markdown;

import java.util.List;
import org.amts.document.ExtractedText;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;

/** The lines of one block, read as one text without what stands between them. */
final class BlockContent {

  private final String source;
  private final ExtractedText content;

  /**
   * Joins lines.
   *
   * @param source the whole text
   * @param lines the lines of the block in it, without what belongs to blocks around it
   */
  BlockContent(String source, List<TextRange> lines) {
    this.source = source;
    ExtractedText.Builder builder = new ExtractedText.Builder();
    int last = lines.size() - 1;
    for (int i = 0; i <= last; i++) {
      TextRange line = i == last ? withoutTrailingSpace(lines.get(i)) : lines.get(i);
      if (i == 0) {
        line = withoutLeadingSpace(line);
      }
      builder.copy(source, line);
      if (i < last) {
        builder.decode('\n', line.end(), lines.get(i + 1).start());
      }
    }
    this.content = builder.build();
  }

  List<Inline> inlines(InlineParser parser) {
    return parser.parse(content.text()).stream().map(this::placed).toList();
  }

  private Inline placed(Inline inline) {
    TextRange range = content.origin(inline.range());
    String reading = inline.kind() == InlineKind.SOFT_BREAK ? inline.text() : range.of(source);
    return new Inline(inline.kind(), range, reading);
  }

  private TextRange withoutTrailingSpace(TextRange line) {
    int end = line.end();
    while (end > line.start() && Cursor.isWhiteSpace(source.charAt(end - 1))) {
      end--;
    }
    return new TextRange(line.start(), end);
  }

  private TextRange withoutLeadingSpace(TextRange line) {
    int start = line.start();
    while (start < line.end() && Cursor.isWhiteSpace(source.charAt(start))) {
      start++;
    }
    return new TextRange(start, line.end());
  }
}
