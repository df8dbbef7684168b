package org.amts.document.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The code spans of one text: a run of backticks up to the next run of the same length. */
final class CodeSpans {

  private final Cursor text;
  private final Map<Integer, TreeSet<Integer>> runStartsByLength = new HashMap<>();

  CodeSpans(Cursor text) {
    this.text = text;
    int at = text.find("`", 0);
    while (at != Cursor.NONE) {
      int end = text.endOfRun('`', at);
      runStartsByLength.computeIfAbsent(end - at, length -> new TreeSet<>()).add(at);
      at = text.find("`", end);
    }
  }

  /**
   * End of the code span that starts with the run of backticks at {@code at}, or {@link
   * Cursor#NONE} if the run is not closed.
   */
  int end(int at) {
    int length = text.endOfRun('`', at) - at;
    TreeSet<Integer> starts = runStartsByLength.get(length);
    Integer closing = starts == null ? null : starts.higher(at);
    return closing == null ? Cursor.NONE : closing + length;
  }
}
