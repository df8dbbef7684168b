/**
 * Parallel data: pairs of a text and its translation, the files that hold them (CSV, TSV and TMX in
 * Amazon Translate's own rules) and the filters that keep bad pairs out.
 *
 * <p>Not here: how pairs are found (see {@code align}) and how an engine adapts to them. Open
 * {@link org.amts.corpus.ParallelData} first, then {@link org.amts.corpus.ParallelDataReader},
 * {@link org.amts.corpus.ParallelDataWriter} and {@link org.amts.corpus.PairFilters}.
 */
@NullMarked
package org.amts.corpus;

import org.jspecify.annotations.NullMarked;
