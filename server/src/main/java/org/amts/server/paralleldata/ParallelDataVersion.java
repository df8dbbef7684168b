package org.amts.server.paralleldata;

import java.util.List;
import java.util.Optional;

/**
 * One import of parallel data, which never changes.
 *
 * @param name of the parallel data
 * @param version id of the import
 * @param sourceLanguage language code
 * @param targetLanguages language codes
 * @param fileKey where its file is
 */
public record ParallelDataVersion(
    String name,
    String version,
    String sourceLanguage,
    List<String> targetLanguages,
    String fileKey) {

  /** How the file spells a target language; capitals do not matter. */
  public Optional<String> target(String language) {
    return targetLanguages.stream().filter(each -> each.equalsIgnoreCase(language)).findFirst();
  }
}
