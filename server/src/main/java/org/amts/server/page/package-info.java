/**
 * The web page: what runs, with a box to try a translation.
 *
 * <p>It sees the service as any client does, through {@link org.amts.server.protocol.TranslateApi};
 * what the service has no operation for comes in by {@link org.amts.server.page.Trial} and {@link
 * org.amts.server.page.JobLog}. Open {@link org.amts.server.page.ServerPages} first.
 */
@NullMarked
package org.amts.server.page;

import org.jspecify.annotations.NullMarked;
