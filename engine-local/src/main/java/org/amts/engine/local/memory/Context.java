package org.amts.engine.local.memory;

import java.io.IOException;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/** The neighbours of a segment, and how well those of an example agree with them. */
final class Context {

  /** The same text between the same neighbours. */
  static final int BEST = 5;

  private static final int SAME_TEXT = 3;

  private final MemoryView view;
  private final @Nullable FuzzyText previous;
  private final @Nullable FuzzyText next;

  Context(MemoryView view, @Nullable Segment previous, @Nullable Segment next) {
    this.view = view;
    this.previous = previous == null ? null : FuzzyText.of(previous);
    this.next = next == null ? null : FuzzyText.of(next);
  }

  /**
   * Ranks an example: a text that needs no repair comes first, then the number of neighbours that
   * are the same but for numbers and placeholders.
   *
   * @return 0 to {@link #BEST}
   */
  int rank(int id, boolean sameText) throws IOException {
    int rank = sameText ? SAME_TEXT : 0;
    if (previous != null
        && !view.begins(id)
        && previous.sameSkeletonAs(FuzzyText.of(view.source(id - 1)))) {
      rank++;
    }
    if (next != null
        && id + 1 < view.size()
        && !view.begins(id + 1)
        && next.sameSkeletonAs(FuzzyText.of(view.source(id + 1)))) {
      rank++;
    }
    return rank;
  }
}
