/**
 * Custom terminologies: imported, kept, listed.
 *
 * <p>Not here: their use, which is the engines'. Open {@link
 * org.amts.server.terminology.Terminologies} first.
 */
@NullMarked
package org.amts.server.terminology;

import org.jspecify.annotations.NullMarked;
