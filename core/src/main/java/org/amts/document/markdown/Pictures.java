package org.amts.document.markdown;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Inline;
import org.amts.document.InlineKind;
import org.amts.document.TextRange;
import org.jspecify.annotations.Nullable;

/** Paragraphs that are one picture, {@code ![caption](target)}, perhaps with a link around it. */
final class Pictures {

  private Pictures() {}

  /**
   * The caption of a paragraph that holds one picture and nothing else.
   *
   * @param inlines the inlines of the paragraph
   * @return the caption's inlines, none if it is empty; null if the paragraph is no picture
   */
  static @Nullable List<Inline> captionOf(List<Inline> inlines) {
    int end = inlines.size();
    while (end > 0 && isAttributes(inlines.get(end - 1))) {
      end--;
    }
    boolean isLinked =
        end >= 3
            && inlines.get(end - 1).kind() == InlineKind.LINK_TARGET
            && inlines.get(end - 2).text().equals("]");
    String opening = isLinked ? "[![" : "![";
    end -= isLinked ? 2 : 0;
    if (end < 2
        || inlines.get(end - 1).kind() != InlineKind.IMAGE_TARGET
        || inlines.stream().filter(i -> i.kind() == InlineKind.IMAGE_TARGET).count() != 1
        || !inlines.get(0).text().startsWith(opening)
        || !inlines.get(end - 2).text().endsWith("]")) {
      return null;
    }
    List<Inline> caption = new ArrayList<>(inlines.subList(0, end - 1));
    trim(caption, 0, opening.length(), 0);
    trim(caption, caption.size() - 1, 0, 1);
    caption.removeIf(inline -> inline.range().isEmpty());
    return isBalanced(caption) ? caption : null;
  }

  /** Whether no bracket closes that did not open: {@code ![a] and ![b](c)} is no picture. */
  private static boolean isBalanced(List<Inline> inlines) {
    int depth = 0;
    for (Inline inline : inlines) {
      String brackets = inline.kind() == InlineKind.TEXT ? inline.text() : "";
      for (int i = 0; i < brackets.length() && depth >= 0; i++) {
        depth += brackets.charAt(i) == '[' ? 1 : brackets.charAt(i) == ']' ? -1 : 0;
      }
    }
    return depth >= 0;
  }

  private static void trim(List<Inline> inlines, int index, int before, int after) {
    Inline inline = inlines.get(index);
    TextRange range = inline.range();
    inlines.set(
        index,
        new Inline(
            inline.kind(),
            new TextRange(range.start() + before, range.end() - after),
            inline.text().substring(before, inline.text().length() - after)));
  }

  private static boolean isAttributes(Inline inline) {
    return inline.kind() == InlineKind.OTHER && inline.text().startsWith("{")
        || inline.text().isBlank();
  }
}
