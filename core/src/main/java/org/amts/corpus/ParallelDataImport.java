package org.amts.corpus;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amts.document.Diagnostic;

/**
 * What came of reading a file of parallel data, in the terms of Amazon Translate's own report.
 *
 * @param data for each target language of the file, in its order, the pairs; no language if the
 *     file as a whole could not be read, and then {@code problems} says why
 * @param imported how many pairs there are in all
 * @param skipped how many records or fields were left out because they are empty, too long or
 *     replaced by a later one with the same source
 * @param failed how many records break the rules of the format
 * @param problems what was skipped (warnings) and what failed (errors), with line numbers; the
 *     first {@value #MOST_PROBLEMS} at most, while the counts are of all
 */
public record ParallelDataImport(
    List<ParallelData> data, int imported, int skipped, int failed, List<Diagnostic> problems) {

  /** How many problems are listed. */
  public static final int MOST_PROBLEMS = 1000;

  /** Copies the lists. */
  public ParallelDataImport {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(problems, "problems");
    data = List.copyOf(data);
    problems = List.copyOf(problems);
  }

  /** The pairs of a target language; empty if the file has no such language. */
  public Optional<ParallelData> forTarget(String language) {
    return data.stream().filter(each -> each.targetLanguage().equals(language)).findFirst();
  }
}
