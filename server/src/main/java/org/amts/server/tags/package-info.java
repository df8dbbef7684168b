/** Tags of parallel data and terminologies. */
@NullMarked
package org.amts.server.tags;

import org.jspecify.annotations.NullMarked;
