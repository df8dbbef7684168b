package org.amts.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amts.sync.Action;
import org.amts.sync.DocumentPlan;
import org.amts.sync.LockedDocument;
import org.amts.sync.SegmentChange;
import org.amts.sync.SyncPlan;

/** What a synchronisation did, as a Markdown table for a commit message and a pull request. */
final class SyncTable {

  /** More rows than GitHub shows in a pull request help nobody. */
  private static final int MOST_ROWS = 100;

  private final String language;
  private final List<String> rows = new ArrayList<>();
  private int documents;
  private int wordsToReview;
  private int conflicts;

  SyncTable(SyncPlan plan) {
    this.language = plan.language();
    for (DocumentPlan document : plan.documents()) {
      if (!document.keepsFile()) {
        add(document);
      }
    }
    for (LockedDocument vanished : plan.vanished()) {
      documents++;
      rows.add(row(vanished.targetName(), "deleted", "", "", "", "", ""));
    }
  }

  private void add(DocumentPlan document) {
    Map<Action, Integer> segments = new EnumMap<>(Action.class);
    int words = 0;
    for (SegmentChange change : document.changes()) {
      segments.merge(change.action(), change.segments(), Integer::sum);
      words += change.action().needsEngine() ? change.words() : 0;
    }
    documents++;
    wordsToReview += words;
    int conflicting = segments.getOrDefault(Action.CONFLICT, 0);
    conflicts += conflicting;
    rows.add(
        row(
            document.document().translationName(),
            count(segments, Action.KEEP) + count(segments, Action.MOVE),
            count(segments, Action.PATCH),
            count(segments, Action.REPAIR),
            count(segments, Action.TRANSLATE),
            conflicting,
            words));
  }

  private static int count(Map<Action, Integer> segments, Action action) {
    return segments.getOrDefault(action, 0);
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(String.valueOf(cell).replace("|", "\\|")).append(" |");
    }
    return row.toString();
  }

  /** One line: {@code Synchronise zh: 3 documents, 120 words to review}. */
  String title() {
    return "Synchronise "
        + language
        + ": "
        + documents
        + (documents == 1 ? " document, " : " documents, ")
        + wordsToReview
        + " words to review"
        + (conflicts > 0 ? ", " + conflicts + " conflicts" : "");
  }

  /** The table, a row for each document that was written; without any, a sentence. */
  String markdown() {
    if (rows.isEmpty()) {
      return "No translation had to change; amts.lock records where the source has moved.\n";
    }
    StringBuilder out = new StringBuilder();
    out.append(
        "| translation | kept | patched | repaired | translated | conflicts | words to review |\n");
    out.append("|---|--:|--:|--:|--:|--:|--:|\n");
    rows.stream().limit(MOST_ROWS).forEach(row -> out.append(row).append('\n'));
    if (rows.size() > MOST_ROWS) {
      out.append("\nand ").append(rows.size() - MOST_ROWS).append(" more\n");
    }
    return out.toString();
  }
}
