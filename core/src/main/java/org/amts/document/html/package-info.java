/** HTML pages. */
@NullMarked
package org.amts.document.html;

import org.jspecify.annotations.NullMarked;
