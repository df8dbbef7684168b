/**
 * The web page: what runs, with a box to try a translation.
 *
 * <p>It sees the service as any client does, through {@link org.amts.server.protocol.TranslateApi}.
 */
@NullMarked
package org.amts.server.page;

import org.jspecify.annotations.NullMarked;
