package org.amts.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a section as they stand in the lock file; read at the first call of {@link #all}.
 * Safe for use by many threads.
 */
final class LockedEntries {

  private static final Map<String, Origin> ORIGINS = new HashMap<>();
  private static final Map<String, ReviewState> STATES = new HashMap<>();

  static {
    for (Origin origin : Origin.values()) {
      ORIGINS.put(origin.code(), origin);
    }
    for (ReviewState state : ReviewState.values()) {
      STATES.put(state.code(), state);
    }
  }

  private final String text;
  private volatile @Nullable List<LockEntry> entries;

  /**
   * @param text lines that {@link LockFileReader} has checked, each with its end
   */
  LockedEntries(String text) {
    this.text = text;
  }

  static LockedEntries of(List<LockEntry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> LockFileFormat.append(entry, text));
    LockedEntries known = new LockedEntries(text.toString());
    known.entries = List.copyOf(entries);
    return known;
  }

  String text() {
    return text;
  }

  List<LockEntry> all() {
    List<LockEntry> known = entries;
    if (known == null) {
      known = read();
      entries = known;
    }
    return known;
  }

  private List<LockEntry> read() {
    List<LockEntry> all = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); ) {
      String[] fields = lines.get(i++).split(" ", -1);
      List<String> was = new ArrayList<>();
      while (i < lines.size() && lines.get(i).startsWith(LockFileFormat.WAS)) {
        was.add(LockFileFormat.unescaped(lines.get(i++).substring(LockFileFormat.WAS.length())));
      }
      all.add(
          new LockEntry(
              hashes(fields[0]),
              hashes(fields[1]),
              ORIGINS.get(fields[2]),
              STATES.get(fields[3]),
              fields.length > 4 ? fields[4] : "",
              was));
    }
    return List.copyOf(all);
  }

  private static List<String> hashes(String field) {
    return field.equals(LockFileFormat.NONE) ? List.of() : List.of(field.split("\\+"));
  }

  /** Whether any source is not translated yet. */
  boolean anyMissing() {
    // A quick look first: of a large book nearly all sections have nothing left out.
    return text.contains(" " + LockFileFormat.NONE + " ")
        && all().stream().anyMatch(LockEntry::isMissing);
  }

  /** Whether any of these source segments is translated. */
  boolean renderAny(Set<String> sources) {
    for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
      if (text.charAt(line) == ' ') {
        continue; // an older text
      }
      int end = text.indexOf(' ', line);
      boolean hasTarget = !text.startsWith(LockFileFormat.NONE, end + 1);
      for (int hash = line; hasTarget && hash < end; ) {
        int next = text.indexOf('+', hash);
        int stop = next < 0 || next > end ? end : next;
        if (sources.contains(text.substring(hash, stop))) {
          return true;
        }
        hash = stop + 1;
      }
    }
    return false;
  }
}
