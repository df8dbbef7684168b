/**
 * The report on a run: a page to read ({@code index.html}, complete in itself, without scripts or
 * network) and the same figures for machines ({@code report.json}).
 *
 * <p>Not here: the work that is reported on; the records of this package are filled by the
 * commands. Open {@link org.amts.cli.report.ReportWriter} first, then {@link
 * org.amts.cli.report.Report}.
 */
@NullMarked
package org.amts.cli.report;

import org.jspecify.annotations.NullMarked;
