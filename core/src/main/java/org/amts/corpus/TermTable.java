package org.amts.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.amts.document.Diagnostic;

/**
 * What came of reading a terminology file: a table with a column for each language. Immutable.
 *
 * @param languages the language codes as the file spells them, the source's first; empty if the
 *     file as a whole could not be read, and then {@code problems} says why
 * @param rows the terms of each record by language code in lower case; a record may lack languages
 * @param skipped how many records or terms were left out because they are empty or too long
 * @param failed how many records break the rules of the format
 * @param problems what was skipped (warnings) and what failed (errors), with line numbers; the
 *     first {@value ParallelDataImport#MOST_PROBLEMS} at most, while the counts are of all
 */
public record TermTable(
    List<String> languages,
    List<Map<String, String>> rows,
    int skipped,
    int failed,
    List<Diagnostic> problems) {

  /** Between which columns of a terminology its terms are used. */
  public enum Directionality {
    /** From the first column, or TMX's {@code srclang}, into the others. Amazon's default. */
    UNI,
    /** From every column into every other. */
    MULTI
  }

  /** Copies the lists. */
  public TermTable {
    languages = List.copyOf(languages);
    rows = rows.stream().map(Map::copyOf).toList();
    problems = List.copyOf(problems);
  }

  /**
   * The terms from one language into another, in the order of the file. Of two with the same source
   * the later counts.
   *
   * @param source language code; capitals do not matter
   * @param target language code; capitals do not matter
   * @return empty if the file has no terms in this direction
   */
  public Optional<List<ParallelPair>> pairs(
      String source, String target, Directionality directionality) {
    boolean hasDirection =
        directionality == Directionality.MULTI
            ? has(source) && has(target)
            : !languages.isEmpty() && languages.get(0).equalsIgnoreCase(source) && has(target);
    if (!hasDirection || source.equalsIgnoreCase(target)) {
      return Optional.empty();
    }
    Map<String, String> terms = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String from = row.get(key(source));
      String to = row.get(key(target));
      if (from != null && to != null) {
        terms.put(from, to);
      }
    }
    List<ParallelPair> pairs = new ArrayList<>();
    terms.forEach((from, to) -> pairs.add(new ParallelPair(from, to)));
    return Optional.of(List.copyOf(pairs));
  }

  static String key(String language) {
    return Objects.requireNonNull(language).toLowerCase(Locale.ROOT);
  }

  private boolean has(String language) {
    return languages.stream().anyMatch(each -> each.equalsIgnoreCase(language));
  }
}
