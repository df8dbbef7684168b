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
 * <p>An alignment is the row of beads with the highest sum of log-likelihood ratios: how much more
 * probable the words (IBM model 1 in both directions) and the length of a bead's sides are as
 * translations of each other than as unrelated text, plus what the structure of the documents says.
 * The common alternative, a similarity multiplied by the size of the bead, needs penalties that
 * have to be tuned for every kind of text; here a sentence without partner simply scores near zero.
 * Blocks that are not translated stand among the sentences as units that only pair with their like,
 * so that equal code, formulas and labels hold the sentences between them in place.
 *
 * <p>Not here: the files of parallel data (see {@code corpus}) and engines.
 */
@NullMarked
package org.amts.align;

import org.jspecify.annotations.NullMarked;
