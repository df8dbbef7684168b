package org.amts.corpus;

import java.util.List;
import java.util.Objects;

/**
 * The pairs of one language pair. Immutable.
 *
 * @param sourceLanguage language code of the sources, as Amazon Translate writes it: {@code en}
 * @param targetLanguage language code of the targets: {@code zh}, {@code es-MX}
 * @param pairs the pairs, in the order of the file; where a source occurs twice, the later counts
 */
public record ParallelData(String sourceLanguage, String targetLanguage, List<ParallelPair> pairs) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if one of the codes is not a language code
   */
  public ParallelData {
    LanguageCode.require(sourceLanguage);
    LanguageCode.require(targetLanguage);
    Objects.requireNonNull(pairs, "pairs");
    pairs = List.copyOf(pairs);
  }
}
