package org.amts.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Documents as short text, for assertions: {@code PARAGRAPH see [a]<LINK_TARGET (b)>}. A soft break
 * is {@code /}, text that is never split stands in {@code «»}.
 */
public final class Notation {

  private Notation() {}

  /** One line for each block. */
  public static List<String> of(Document document) {
    return document.blocks().stream().map(block -> of(document, block)).toList();
  }

  /** A block: its kind, its level if it has one, and its inlines, or its text if it has none. */
  public static String of(Document document, Block block) {
    String level = block.level() == 0 ? "" : String.valueOf(block.level());
    String content =
        block.inlines().isEmpty() ? block.range().of(document.text()) : of(block.inlines());
    return block.kind() + level + " " + content.replace("\n", "\\n").replace("\r", "\\r");
  }

  /** Inlines in a row. */
  public static String of(List<Inline> inlines) {
    return inlines.stream().map(Notation::of).collect(Collectors.joining());
  }

  private static String of(Inline inline) {
    return switch (inline.kind()) {
      case TEXT -> inline.isSplittable() ? inline.text() : "«" + inline.text() + "»";
      case SOFT_BREAK -> "/";
      default -> "<" + inline.kind() + " " + inline.text() + ">";
    };
  }

  /** Every text of every block replaced by itself, as the block's escaping writes it. */
  public static byte[] rewritten(Document document) {
    return document.render(
        document.blocks().stream()
            .flatMap(
                block ->
                    block.inlines().stream()
                        .filter(inline -> inline.kind() == InlineKind.TEXT)
                        .map(
                            inline ->
                                new Replacement(
                                    inline.range(), block.escaping().escape(inline.text()))))
            .toList());
  }
}
