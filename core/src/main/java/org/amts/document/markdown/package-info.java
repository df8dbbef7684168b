/**
 * Markdown: CommonMark with tables and footnotes, and what books add to it: maths, roles,
 * directives, tabs, shortcodes, front matter.
 *
 * <p>Blocks come from commonmark-java with source positions; what stands inside a block is found by
 * {@link org.amts.document.markdown.InlineParser}, because only it knows the dialects. Nothing here
 * makes HTML. Open {@link org.amts.document.markdown.MarkdownFormat} first.
 */
@NullMarked
package org.amts.document.markdown;

import org.jspecify.annotations.NullMarked;
