/**
 * Alignment: which sentences of an existing translation render which sentences of its source.
 *
 * <p>The parts follow one another: {@link org.amts.align.BookAligner} takes the document pairs of a
 * book, learns a {@link org.amts.align.Lexicon} and a {@link org.amts.align.LengthModel} from them,
 * and gives each pair its {@link org.amts.align.Alignment}, a list of {@link org.amts.align.Bead}s
 * with confidences. {@link org.amts.align.SentenceAligner} does the same for two lists of
 * sentences, {@link org.amts.align.DocumentAligner} for one pair of documents. {@link
 * org.amts.align.AlignmentScorer} compares an alignment with a gold standard.
 *
 * <p>No model of either language is needed: everything is learnt from the book. Machine
 * translations of the source sentences, where there are any, are taken as plain strings.
 *
 * <p>Not here: the files of parallel data (see {@code corpus}) and engines.
 */
@NullMarked
package org.amts.align;

import org.jspecify.annotations.NullMarked;
