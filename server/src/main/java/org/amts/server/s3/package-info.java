/**
 * The objects that parallel data and batch jobs are read from and written to.
 *
 * <p>Not here: what is in them. Open {@link org.amts.server.s3.ObjectStore} first.
 */
@NullMarked
package org.amts.server.s3;

import org.jspecify.annotations.NullMarked;
