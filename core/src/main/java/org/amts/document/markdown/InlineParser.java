package org.amts.document.markdown;

import java.util.List;
import java.util.Set;
import org.amts.document.Inline;

/**
 * Finds what must not be translated in the content of one Markdown block: code spans, maths, roles,
 * link targets, tags, escapes. All the rest is text, with its emphasis marks and brackets.
 *
 * <p>Takes time linear in the length of the text for any input. Immutable and safe for use by many
 * threads.
 *
 * <pre>{@code
 * new InlineParser().parse("see [the *guide*](a.md) and $x$");
 * // TEXT "see [the *guide*]", LINK_TARGET "(a.md)", TEXT " and ", MATH "$x$"
 * }</pre>
 */
public final class InlineParser {

  private final Set<String> definedLabels;

  /** A parser for text on its own, whose link definitions are not known. */
  public InlineParser() {
    this(Set.of());
  }

  /**
   * A parser for the text of a document.
   *
   * @param definedLabels the labels that the document defines, each {@linkplain LinkLabel#normalize
   *     normalized}: {@code [label]} alone is then a link, whose words cannot change
   */
  InlineParser(Set<String> definedLabels) {
    this.definedLabels = Set.copyOf(definedLabels);
  }

  /**
   * The inlines of one block's content, which tile it.
   *
   * @param markdown the content of a paragraph, heading, list item or table cell, without the marks
   *     of its block; line breaks in it are soft breaks
   * @return the inlines in order; ranges are relative to {@code markdown}; no two neighbours are
   *     both text
   */
  public List<Inline> parse(String markdown) {
    return new InlineScanner(markdown, definedLabels).scan();
  }
}
