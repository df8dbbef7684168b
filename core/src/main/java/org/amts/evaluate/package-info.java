/**
 * How good a translation is, in figures that others can check: BLEU, chrF2 and TER that equal those
 * of sacreBLEU 2.x, each with its signature, a confidence interval by bootstrap resampling, and the
 * significance of the difference between two systems.
 *
 * <p>Not here: documents, segments and reports; this package knows strings only. Open {@link
 * org.amts.evaluate.Metric} first, then {@link org.amts.evaluate.Bleu}.
 */
@NullMarked
package org.amts.evaluate;

import org.jspecify.annotations.NullMarked;
