package org.amts.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the terms that a reader finds in a file, and applies the rules that all formats share.
 */
final class ImportedTerms extends ProblemList {

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final List<Map<String, String>> rows = new ArrayList<>();

  /** On which line each source term stood last. */
  private final Map<String, Integer> lines = new HashMap<>();

  private String sourceKey = "";

  ImportedTerms(String file) {
    super(file);
  }

  @Override
  public void sourceLanguage(String code) {
    sourceKey = TermTable.key(code);
    codes.put(sourceKey, code);
  }

  @Override
  public void targetLanguage(String code) {
    codes.putIfAbsent(TermTable.key(code), code);
    if (codes.size() - 1 > AmazonRules.MOST_TARGETS_OF_TERMINOLOGY && !isUnreadable()) {
      unreadable(
          0,
          "more than %d target languages; split the file"
              .formatted(AmazonRules.MOST_TARGETS_OF_TERMINOLOGY));
    }
  }

  /** Any text may be a term; Amazon Translate forbids the signs of a formula in parallel data. */
  @Override
  public Optional<String> whyNotAField(String text) {
    return Optional.empty();
  }

  @Override
  public boolean takesSource(int line, String source) {
    Map<String, String> row = new HashMap<>();
    rows.add(row);
    String term = source.strip();
    Optional<String> reason = reasonAgainst(term);
    if (reason.isPresent()) {
      skip(line, "the source " + reason.get());
      // The others are still terms of each other, if the terminology is used in all directions.
      return term.isEmpty();
    }
    row.put(sourceKey, term);
    Integer earlier = lines.put(term, line);
    if (earlier != null) {
      warn(
          line,
          "the term stands on line "
              + earlier
              + ", too; where both have a translation, this counts");
    }
    return true;
  }

  @Override
  public void target(int line, String language, String source, String target, String changeDate) {
    String term = target.strip();
    Optional<String> reason = reasonAgainst(term);
    if (reason.isPresent()) {
      skip(line, "the target (" + language + ") " + reason.get());
      return;
    }
    targetLanguage(language);
    rows.get(rows.size() - 1).put(TermTable.key(language), term);
  }

  TermTable result() {
    return isUnreadable()
        ? new TermTable(List.of(), List.of(), skipped(), failed(), problems())
        : new TermTable(
            List.copyOf(codes.values()),
            rows.stream().filter(row -> row.size() > 1).toList(),
            skipped(),
            failed(),
            problems());
  }

  private static Optional<String> reasonAgainst(String term) {
    return AmazonRules.whySkipped(term, AmazonRules.MOST_BYTES_OF_A_TERM);
  }
}
