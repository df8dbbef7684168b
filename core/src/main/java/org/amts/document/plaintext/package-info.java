/** Plain text: paragraphs between blank lines. */
@NullMarked
package org.amts.document.plaintext;

import org.jspecify.annotations.NullMarked;
