/** Jupyter notebooks: JSON whose Markdown cells are documents and whose code cells are code. */
@NullMarked
package org.amts.document.notebook;

import org.jspecify.annotations.NullMarked;
