package org.amts.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.Origin;
import org.amts.sync.ReviewState;
import org.amts.sync.SegmentHash;
import org.amts.translate.Book;

/**
 * Who wrote the segments of a book's translations, and who stands behind them, by the lock file.
 * What it does not know is by people.
 */
final class Authorship {

  private final Set<String> approved = new HashSet<>();
  private final Set<String> machine = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  private Authorship(LockFile lock) {
    for (LockedDocument section : lock.documents()) {
      for (LockEntry entry : section.entries()) {
        Set<String> authors = entry.origin() == Origin.HUMAN ? people : machine;
        for (String hash : entry.targets()) {
          authors.add(section.language() + hash);
          if (entry.state() == ReviewState.APPROVED) {
            approved.add(section.language() + hash);
          }
        }
      }
    }
  }

  static Authorship of(Book book) throws IOException {
    return new Authorship(LockFile.read(LockFile.of(book)));
  }

  /** Whether an engine wrote a segment and nobody has approved it: engines must not learn it. */
  boolean isFromEngine(String language, String text) {
    String key = language + SegmentHash.of(text);
    return !approved.contains(key) && isWrittenByEngine(language, text);
  }

  /** Whether an engine wrote a segment, approved or not: no reference to measure engines by. */
  boolean isWrittenByEngine(String language, String text) {
    String key = language + SegmentHash.of(text);
    return machine.contains(key) && !people.contains(key);
  }
}
