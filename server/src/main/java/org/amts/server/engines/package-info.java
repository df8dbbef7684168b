/**
 * Which engine translates a request: one that is adapted to its parallel data, terminology and
 * settings, made once for each combination.
 *
 * <p>Open {@link org.amts.server.engines.Translators} first.
 */
@NullMarked
package org.amts.server.engines;

import org.jspecify.annotations.NullMarked;
