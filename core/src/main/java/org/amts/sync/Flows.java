package org.amts.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/** Tells from the matches of segments which documents were renamed, split and merged. */
final class Flows {

  /** Fewer segments are chance: a heading, a sentence that every chapter has. */
  private static final int FEWEST = 3;

  /** Of the older document's text that is left, what makes a rename. */
  private static final double MOST = 0.7;

  private Flows() {}

  static List<DocumentFlow> of(
      List<Baseline> olds,
      Set<Integer> copyOnly,
      List<SegmentedDocument> news,
      List<@Nullable Match[]> matches) {
    Set<String> newNames = new HashSet<>();
    news.forEach(document -> newNames.add(document.document().name()));
    // From each older document, how many segments went into which new one.
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (int n = 0; n < news.size(); n++) {
      for (Match match : matches.get(n)) {
        if (match != null && !copyOnly.contains(match.document())) {
          counts
              .computeIfAbsent(match.document(), key -> new TreeMap<>())
              .merge(n, 1, Integer::sum);
        }
      }
    }
    List<DocumentFlow> flows = new ArrayList<>();
    counts.forEach(
        (o, into) -> {
          String from = olds.get(o).source().document().name();
          int left = into.values().stream().mapToInt(Integer::intValue).sum();
          into.forEach(
              (n, segments) -> {
                String to = news.get(n).document().name();
                if (!to.equals(from) && segments >= FEWEST) {
                  DocumentFlow.Kind kind =
                      newNames.contains(from)
                          ? DocumentFlow.Kind.MOVED_TEXT
                          : kind(segments, left, matches.get(n));
                  flows.add(new DocumentFlow(from, to, kind, segments));
                }
              });
        });
    return flows;
  }

  private static DocumentFlow.Kind kind(int segments, int left, @Nullable Match[] into) {
    if (segments < MOST * left) {
      return DocumentFlow.Kind.SPLIT;
    }
    int matched = 0;
    for (Match match : into) {
      matched += match == null ? 0 : 1;
    }
    return segments >= MOST * matched ? DocumentFlow.Kind.RENAMED : DocumentFlow.Kind.MERGED;
  }
}
