/**
 * Jupyter notebooks: JSON whose Markdown cells are translated and whose everything else stays as it
 * is, byte for byte.
 *
 * <p>Open {@link org.amts.document.notebook.NotebookFormat} first.
 */
@NullMarked
package org.amts.document.notebook;

import org.jspecify.annotations.NullMarked;
