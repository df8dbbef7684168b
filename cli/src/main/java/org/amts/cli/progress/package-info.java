/**
 * Progress of long work: bars on a terminal, now and then a plain line elsewhere, nothing where the
 * user asked for quiet. Open {@link org.amts.cli.progress.ProgressBars} first.
 */
@NullMarked
package org.amts.cli.progress;

import org.jspecify.annotations.NullMarked;
