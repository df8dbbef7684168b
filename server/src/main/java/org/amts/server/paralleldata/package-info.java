/**
 * Parallel data: imported from S3 in the background, kept in versions, listed.
 *
 * <p>Not here: adaptation to it, which is the engines'. Open {@link
 * org.amts.server.paralleldata.ParallelDataResources} first.
 */
@NullMarked
package org.amts.server.paralleldata;

import org.jspecify.annotations.NullMarked;
