package org.amts.document.plaintext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.DocumentFormat;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.SourceText;
import org.amts.document.TextProblems;
import org.amts.document.TextRange;

/** Text without markup: a paragraph ends at a blank line, and its lines belong together. */
public final class PlainTextFormat implements DocumentFormat {

  /** A line with something on it, without the white space around it. */
  private static final Pattern LINE =
      Pattern.compile("[^\\S\\r\\n]*+(\\S(?:[^\\r\\n]*\\S)?)[^\\S\\r\\n]*+");

  @Override
  public String name() {
    return "plain text";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("txt", "text");
  }

  @Override
  public Document parse(SourceText source) {
    String text = source.text();
    List<Block> blocks = new ArrayList<>();
    List<TextRange> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      Matcher line = LINE.matcher(text).region(at, end);
      if (line.matches()) {
        lines.add(new TextRange(line.start(1), line.end(1)));
      } else {
        endParagraph(text, lines, blocks);
      }
      at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    endParagraph(text, lines, blocks);
    return new Document(source, name(), blocks, TextProblems.find(source));
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static void endParagraph(String text, List<TextRange> lines, List<Block> blocks) {
    if (lines.isEmpty()) {
      return;
    }
    List<Inline> inlines = new ArrayList<>();
    int start = lines.get(0).start();
    int at = start;
    for (TextRange line : lines) {
      if (at < line.start()) {
        inlines.add(new Inline(InlineKind.SOFT_BREAK, new TextRange(at, line.start()), " "));
      }
      inlines.add(new Inline(InlineKind.TEXT, line, line.of(text)));
      at = line.end();
    }
    lines.clear();
    blocks.add(new Block(BlockKind.PARAGRAPH, 0, new TextRange(start, at), inlines, Escaping.NONE));
  }
}
