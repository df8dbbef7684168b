package org.amts.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lines of a lock file. For one file; not safe for use by several threads. */
final class LockFileReader {

  /** The first line; a number other than this is another version. */
  static final String HEADER = "amts.lock 1";

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

  private final String file;
  private int next;
  private List<String> lines = List.of();

  /**
   * @param file the file's name, for messages
   */
  LockFileReader(String file) {
    this.file = file;
  }

  /**
   * Reads all sections.
   *
   * @throws LockFileException if a line has no meaning
   */
  List<LockedDocument> read(List<String> all) {
    lines = all;
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new LockFileException(
          file + ":1: not of this version of AMTS; use that version, or run amts sync --adopt");
    }
    List<LockedDocument> sections = new ArrayList<>();
    next = 1;
    while (next < lines.size()) {
      if (line().isBlank()) {
        next++;
      } else {
        sections.add(section());
      }
    }
    return sections;
  }

  private LockedDocument section() {
    String heading = line();
    int close = heading.indexOf("] ");
    if (!heading.startsWith("[") || close < 0) {
      throw unreadable();
    }
    next++;
    String source = value(LockFileFormat.SOURCE);
    String target = value(LockFileFormat.TARGET);
    int space = target.indexOf(' ');
    if (space < 0) {
      next--;
      throw unreadable();
    }
    List<LockEntry> entries = new ArrayList<>();
    while (next < lines.size() && !line().isBlank()) {
      entries.add(entry());
    }
    return new LockedDocument(
        heading.substring(1, close),
        LockFileFormat.unescaped(heading.substring(close + 2)),
        source,
        LockFileFormat.unescaped(target.substring(space + 1)),
        target.substring(0, space),
        entries);
  }

  private String value(String key) {
    if (next >= lines.size() || !line().matches(key + "[0-9a-f]{40}( .*)?")) {
      throw unreadable();
    }
    return lines.get(next++).substring(key.length());
  }

  private LockEntry entry() {
    String[] fields = line().split(" ", -1);
    if (fields.length < 4 || fields.length > 5) {
      throw unreadable();
    }
    List<String> sources = hashes(fields[0]);
    List<String> targets = hashes(fields[1]);
    Origin origin = ORIGINS.get(fields[2]);
    ReviewState state = STATES.get(fields[3]);
    if (origin == null || state == null || (sources.isEmpty() && targets.isEmpty())) {
      throw unreadable();
    }
    String engine = fields.length == 5 ? fields[4] : "";
    next++;
    List<String> was = new ArrayList<>();
    while (next < lines.size() && line().startsWith(LockFileFormat.WAS)) {
      was.add(LockFileFormat.unescaped(line().substring(LockFileFormat.WAS.length())));
      next++;
    }
    return new LockEntry(sources, targets, origin, state, engine, was);
  }

  private List<String> hashes(String field) {
    if (field.equals(LockFileFormat.NONE)) {
      return List.of();
    }
    List<String> hashes = List.of(field.split("\\+", -1));
    if (!hashes.stream().allMatch(hash -> hash.matches("[0-9a-f]{16}"))) {
      throw unreadable();
    }
    return hashes;
  }

  private String line() {
    return lines.get(next);
  }

  private LockFileException unreadable() {
    String line = next < lines.size() ? line() : "end of the file";
    boolean merging = line.startsWith("<<<<<<<") || line.startsWith("=======");
    return new LockFileException(
        file
            + ":"
            + (next + 1)
            + ": "
            + (merging
                ? "an unresolved merge; keep one side of it, then run amts sync"
                : "cannot be understood: \""
                    + line
                    + "\"; restore the file from Git, or delete it and run amts sync --adopt"));
  }
}
