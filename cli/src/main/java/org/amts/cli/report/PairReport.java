package org.amts.cli.report;

import java.util.List;
import java.util.Objects;
import org.amts.document.Diagnostic;
import org.amts.engine.LanguagePair;
import org.jspecify.annotations.Nullable;

/**
 * What was done for one language pair.
 *
 * @param pair the languages
 * @param documents how many documents are in which state
 * @param segments segments of the source documents
 * @param words words of the source documents
 * @param parallelData the pairs that were found; null if none were looked for
 * @param scores one for each document that has a human translation, in the order of the book
 * @param overall the score of all of them together; null if there is none
 * @param samples segments to look at
 * @param diagnostics what was wrong with documents
 * @param seconds time that the translation took; 0 if nothing was translated
 * @param wordsPerSecond source words translated in a second; 0 if nothing was translated
 */
public record PairReport(
    LanguagePair pair,
    DocumentCounts documents,
    long segments,
    long words,
    @Nullable ParallelDataFigures parallelData,
    List<DocumentScore> scores,
    @Nullable DocumentScore overall,
    List<Sample> samples,
    List<Diagnostic> diagnostics,
    double seconds,
    double wordsPerSecond) {

  /** Copies the lists. */
  public PairReport {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(documents, "documents");
    scores = List.copyOf(scores);
    samples = List.copyOf(samples);
    diagnostics = List.copyOf(diagnostics);
  }
}
