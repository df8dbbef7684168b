package org.amts.document.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.BlockKind;
import org.amts.document.Escaping;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of an HTML text: running text between block-level tags, code, attributes. */
public final class HtmlBlocks {

  private static final Set<String> READABLE_ATTRIBUTES =
      Set.of("alt", "title", "placeholder", "aria-label", "summary", "label");

  private static final Set<String> READABLE_META =
      Set.of("description", "og:title", "og:description", "twitter:title", "twitter:description");

  private static final Pattern TAG_NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");

  private final String html;
  private final int offset;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Inline> inlines = new ArrayList<>();
  private final List<Element> runTags = new ArrayList<>();
  private @Nullable Element holder;

  private HtmlBlocks(String html, int offset) {
    this.html = html;
    this.offset = offset;
  }

  /**
   * The blocks of a text in order. Never fails: HTML has no errors, only surprises.
   *
   * @param html a page or a piece of one
   * @param offset where {@code html} starts in its document; all ranges count from there
   */
  public static List<Block> find(String html, int offset) {
    HtmlBlocks finder = new HtmlBlocks(html, offset);
    int at = 0;
    for (Mark mark : Marks.of(html)) {
      finder.ignored(new TextRange(at, mark.range().start()));
      finder.read(mark);
      at = mark.range().end();
    }
    finder.endRun();
    return finder.blocks;
  }

  private void read(Mark mark) {
    boolean isInline = Elements.isInline(mark.element().normalName());
    switch (mark.kind()) {
      case TEXT -> text(mark);
      case OTHER -> protect(InlineKind.HTML, mark.range());
      case WHOLE_ELEMENT -> whole(mark, isInline);
      default -> {
        if (!isInline) {
          endRun();
          attributes(mark);
        } else {
          protect(InlineKind.HTML, mark.range());
          if (mark.kind() == Mark.Kind.START_TAG) {
            runTags.add(mark.element());
          }
        }
      }
    }
  }

  /** What the parser ignored between two marks: stray tags. */
  private void ignored(TextRange range) {
    if (range.isEmpty()) {
      return;
    }
    Matcher tag = TAG_NAME.matcher(html).region(range.start(), range.end());
    while (tag.find()) {
      if (!Elements.isInline(tag.group(1))) {
        endRun();
        return;
      }
    }
    protect(InlineKind.HTML, range);
  }

  private void text(Mark mark) {
    if (holder == null && !mark.range().of(html).isBlank()) {
      holder = mark.element();
    }
    inlines.addAll(HtmlText.inlines(html, mark.range(), offset));
  }

  private void protect(InlineKind kind, TextRange range) {
    inlines.add(new Inline(kind, shifted(range), range.of(html)));
  }

  private void whole(Mark mark, boolean isInline) {
    Element element = mark.element();
    boolean isCode = Elements.isCode(element);
    boolean isExcluded = Elements.isExcluded(element);
    if (isInline) {
      InlineKind kind = Elements.isMath(element) ? InlineKind.MATH : InlineKind.HTML;
      protect(isCode && !isExcluded ? InlineKind.CODE : kind, mark.range());
      return;
    }
    endRun();
    BlockKind kind = isCode ? BlockKind.CODE : BlockKind.HTML;
    blocks.add(Block.untranslated(isExcluded ? BlockKind.SKIPPED : kind, shifted(mark.range())));
  }

  /** Ends the running text before a block-level tag. */
  private void endRun() {
    trimRun();
    boolean hasWords =
        inlines.stream().anyMatch(i -> i.kind() == InlineKind.TEXT && !i.text().isBlank());
    if (hasWords && holder != null) {
      blocks.add(block(holder));
    } else {
      runWithoutWords();
    }
    inlines.clear();
    runTags.clear();
    holder = null;
  }

  /** Pictures and links without text between them: their attributes can be blocks of their own. */
  private void runWithoutWords() {
    int before = blocks.size();
    for (Element element : runTags) {
      attributes(element);
    }
    if (blocks.size() == before && !inlines.isEmpty()) {
      blocks.add(Block.untranslated(BlockKind.HTML, runRange()));
    }
  }

  /** Takes white space off both ends of the run. */
  private void trimRun() {
    while (!inlines.isEmpty() && inlines.get(0).text().isBlank()) {
      inlines.remove(0);
    }
    while (!inlines.isEmpty() && inlines.get(inlines.size() - 1).text().isBlank()) {
      inlines.remove(inlines.size() - 1);
    }
    if (inlines.isEmpty()) {
      return;
    }
    trimText(0, true);
    trimText(inlines.size() - 1, false);
  }

  private void trimText(int index, boolean leading) {
    Inline inline = inlines.get(index);
    if (!inline.isSplittable()) {
      return;
    }
    String text = leading ? inline.text().stripLeading() : inline.text().stripTrailing();
    int removed = inline.text().length() - text.length();
    TextRange range = inline.range();
    TextRange trimmed =
        leading
            ? new TextRange(range.start() + removed, range.end())
            : new TextRange(range.start(), range.end() - removed);
    inlines.set(index, new Inline(InlineKind.TEXT, trimmed, text));
  }

  private Block block(Element inner) {
    Element element = inner;
    while (Elements.isInline(element.normalName()) && element.parent() != null) {
      element = element.parent();
    }
    int headingLevel = Elements.headingLevel(element);
    int listDepth = element.normalName().equals("li") ? Elements.listDepth(element) : 0;
    BlockKind kind =
        switch (element.normalName()) {
          case "td", "th" -> BlockKind.TABLE_CELL;
          case "title" -> BlockKind.METADATA;
          case "li" -> BlockKind.LIST_ITEM;
          case "figcaption" -> BlockKind.FIGURE;
          default -> headingLevel > 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH;
        };
    return new Block(
        kind, Math.max(headingLevel, listDepth), runRange(), inlines, HtmlText.around(inlines));
  }

  private TextRange runRange() {
    return new TextRange(
        inlines.get(0).range().start(), inlines.get(inlines.size() - 1).range().end());
  }

  private void attributes(Mark mark) {
    if (mark.kind() == Mark.Kind.START_TAG) {
      attributes(mark.element());
    }
  }

  private void attributes(Element element) {
    boolean isMeta =
        element.normalName().equals("meta")
            && (READABLE_META.contains(element.attr("name"))
                || READABLE_META.contains(element.attr("property")));
    List<Block> found = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      boolean isReadable =
          isMeta
              ? attribute.getKey().equals("content")
              : READABLE_ATTRIBUTES.contains(attribute.getKey());
      Range range = attribute.sourceRange().valueRange();
      if (isReadable && range.isTracked() && !attribute.getValue().isBlank()) {
        attribute(new TextRange(range.startPos(), range.endPos()), found);
      }
    }
    found.sort((a, b) -> a.range().compareTo(b.range()));
    blocks.addAll(found);
  }

  private void attribute(TextRange value, List<Block> found) {
    char quote = value.start() == 0 ? ' ' : html.charAt(value.start() - 1);
    if (quote != '"' && quote != '\'') {
      return; // a value without quotes has no room for other words
    }
    Escaping escaping = quote == '"' ? HtmlText.IN_DOUBLE_QUOTES : HtmlText.IN_SINGLE_QUOTES;
    List<Inline> words = HtmlText.inlines(html, value, offset);
    found.add(new Block(BlockKind.METADATA, 0, shifted(value), words, escaping));
  }

  private TextRange shifted(TextRange range) {
    return new TextRange(range.start() + offset, range.end() + offset);
  }
}
