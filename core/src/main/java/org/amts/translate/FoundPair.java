package org.amts.translate;

import org.amts.corpus.ParallelPair;

/**
 * A pair that the alignment of a document gave.
 *
 * @param pair source and translation as they stand in the files, with line ends joined and without
 *     the empty anchors and marks for slides that only one of them has
 * @param document name of the source file
 * @param line line of the source, from 1
 * @param confidence of the alignment, 0..1
 * @param fromEngine whether an engine wrote any of the translation
 */
public record FoundPair(
    ParallelPair pair, String document, int line, double confidence, boolean fromEngine) {}
