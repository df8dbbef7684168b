package org.amts.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects what a reader finds in a file, and applies the rules that all formats share. */
final class ImportedPairs extends ProblemList {

  /** A pair and when its author says that it was changed; empty if he does not. */
  private record Dated(ParallelPair pair, String changeDate) {}

  private final Map<String, Map<String, Dated>> pairsBySource = new LinkedHashMap<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private String sourceLanguage = "";

  ImportedPairs(String file) {
    super(file);
  }

  @Override
  public void sourceLanguage(String code) {
    sourceLanguage = code;
  }

  /** Adds a target language; its code is not case-sensitive, and the first spelling is kept. */
  @Override
  public void targetLanguage(String code) {
    String key = code.toLowerCase(Locale.ROOT);
    if (codes.putIfAbsent(key, code) == null) {
      pairsBySource.put(key, new LinkedHashMap<>());
    }
  }

  @Override
  public Optional<String> whyNotAField(String text) {
    return AmazonRules.whyNotAField(text);
  }

  @Override
  public boolean takesSource(int line, String source) {
    Optional<String> reason = AmazonRules.whySkipped(source);
    reason.ifPresent(why -> skip(line, "the source " + why));
    return reason.isEmpty();
  }

  @Override
  public void target(int line, String language, String source, String target, String changeDate) {
    Optional<String> reason = AmazonRules.whySkipped(target);
    if (reason.isPresent()) {
      skip(line, "the target (" + language + ") " + reason.get());
      return;
    }
    targetLanguage(language);
    Map<String, Dated> pairs = pairsBySource.get(language.toLowerCase(Locale.ROOT));
    Dated earlier = pairs.get(source);
    if (earlier == null) {
      pairs.put(source, new Dated(new ParallelPair(source, target), changeDate));
    } else if (isOlder(changeDate, earlier.changeDate)) {
      skip(line, "an earlier record with the same source was changed later and is kept");
    } else {
      // Removed first, so that the pair stands where the record stood that is kept.
      pairs.remove(source);
      pairs.put(source, new Dated(new ParallelPair(source, target), changeDate));
      skip(line, "replaces an earlier record with the same source");
    }
  }

  ParallelDataImport result() {
    List<ParallelData> data = new ArrayList<>();
    int imported = 0;
    if (!isUnreadable()) {
      for (Map.Entry<String, Map<String, Dated>> entry : pairsBySource.entrySet()) {
        List<ParallelPair> pairs = entry.getValue().values().stream().map(Dated::pair).toList();
        imported += pairs.size();
        data.add(new ParallelData(sourceLanguage, codes.get(entry.getKey()), pairs));
      }
    }
    return new ParallelDataImport(data, imported, skipped(), failed(), problems());
  }

  private static boolean isOlder(String changeDate, String other) {
    return !changeDate.isEmpty() && !other.isEmpty() && changeDate.compareTo(other) < 0;
  }
}
