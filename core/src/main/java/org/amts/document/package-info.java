/**
 * Documents: a file parsed into blocks and inlines that know their places in it, and its way back
 * to bytes.
 *
 * <p>Not here: sentences (see {@code segment}) and anything that knows of two languages. Open
 * {@link org.amts.document.Document} first, then {@link org.amts.document.DocumentFormats}; each
 * format is a package of its own.
 */
@NullMarked
package org.amts.document;

import org.jspecify.annotations.NullMarked;
