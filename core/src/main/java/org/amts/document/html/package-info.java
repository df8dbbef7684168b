/**
 * HTML: pages, and pieces of HTML inside other formats.
 *
 * <p>jsoup tells what is where; the file's own characters stay, however broken the HTML is. Open
 * {@link org.amts.document.html.HtmlFormat} first.
 */
@NullMarked
package org.amts.document.html;

import org.jspecify.annotations.NullMarked;
