package org.amts.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a lock file. Every line is checked, but entries are read when somebody asks for them: of a
 * large book most sections only say that nothing has changed. For one file; not safe for use by
 * several threads.
 */
final class LockFileReader {

  /** The first line; a number other than this is another version. */
  static final String HEADER = "amts.lock 1";

  private static final int HASH = 16;
  private static final List<String> ORIGINS =
      Arrays.stream(Origin.values()).map(origin -> origin.code() + " ").toList();
  private static final List<String> STATES =
      Arrays.stream(ReviewState.values()).map(ReviewState::code).toList();

  private final String file;
  private String text = "";
  private int at;
  private int line = 1;

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
  List<LockedDocument> read(String content) {
    // Git may have written the file with the line ends of Windows.
    text = content.indexOf('\r') < 0 ? content : content.replace("\r\n", "\n");
    text = text.endsWith("\n") ? text : text + "\n";
    if (!text.startsWith(HEADER + "\n")) {
      throw new LockFileException(
          file + ":1: not of this version of AMTS; use that version, or run amts sync --adopt");
    }
    nextLine();
    List<LockedDocument> sections = new ArrayList<>();
    while (at < text.length()) {
      if (isBlank()) {
        nextLine();
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
    nextLine();
    String source = value(LockFileFormat.SOURCE);
    if (source.length() != LockedDocument.ID) {
      throw unreadable();
    }
    nextLine();
    String target = value(LockFileFormat.TARGET);
    if (target.indexOf(' ') != LockedDocument.ID) {
      throw unreadable();
    }
    nextLine();
    int from = at;
    while (at < text.length() && !isBlank()) {
      if (!isEntry() && !(at > from && text.startsWith(LockFileFormat.WAS, at))) {
        throw unreadable();
      }
      nextLine();
    }
    return new LockedDocument(
        heading.substring(1, close),
        LockFileFormat.unescaped(heading.substring(close + 2)),
        source,
        LockFileFormat.unescaped(target.substring(LockedDocument.ID + 1)),
        target.substring(0, LockedDocument.ID),
        new LockedEntries(text.substring(from, at)));
  }

  private String value(String key) {
    if (at == text.length() || !line().startsWith(key)) {
      throw unreadable();
    }
    String value = line().substring(key.length());
    for (int i = 0; i < LockedDocument.ID; i++) {
      if (i >= value.length() || !isHexadecimal(value.charAt(i))) {
        throw unreadable();
      }
    }
    return value;
  }

  /** Hashes or a dash, hashes or a dash, origin, state, perhaps an engine. */
  private boolean isEntry() {
    int target = afterHashes(at) + 1;
    if (target == 0 || text.charAt(target - 1) != ' ') {
      return false;
    }
    int origin = afterHashes(target) + 1;
    if (origin == 0
        || text.charAt(origin - 1) != ' '
        || (text.charAt(at) == '-' && text.charAt(target) == '-')) {
      return false;
    }
    int state = after(ORIGINS, origin);
    int end = state < 0 ? -1 : after(STATES, state);
    if (end < 0 || text.charAt(end) == '\n') {
      return end > 0;
    }
    int lineEnd = text.indexOf('\n', end);
    return text.charAt(end) == ' '
        && text.substring(end + 1, lineEnd).chars().noneMatch(Character::isWhitespace);
  }

  /** Where one of several words ends that stands at a place; -1 if none does. */
  private int after(List<String> words, int from) {
    for (String word : words) {
      if (text.startsWith(word, from)) {
        return from + word.length();
      }
    }
    return -1;
  }

  /** Where hashes end that begin at a place; -1 if there are none. */
  private int afterHashes(int from) {
    if (text.charAt(from) == '-') {
      return from + 1;
    }
    int next = from;
    while (true) {
      for (int end = next + HASH; next < end; next++) {
        if (!isHexadecimal(text.charAt(next))) {
          return -1; // at the end of the line at the latest
        }
      }
      if (text.charAt(next) != '+') {
        return next;
      }
      next++;
    }
  }

  private static boolean isHexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private String line() {
    return text.substring(at, text.indexOf('\n', at));
  }

  private boolean isBlank() {
    char first = text.charAt(at);
    return first == '\n' || (Character.isWhitespace(first) && line().isBlank());
  }

  private void nextLine() {
    at = text.indexOf('\n', at) + 1;
    line++;
  }

  private LockFileException unreadable() {
    String wrong = at < text.length() ? line() : "end of the file";
    boolean merging = wrong.startsWith("<<<<<<<") || wrong.startsWith("=======");
    return new LockFileException(
        file
            + ":"
            + line
            + ": "
            + (merging
                ? "an unresolved merge; keep one side of it, then run amts sync"
                : "cannot be understood: \""
                    + wrong
                    + "\"; restore the file from Git, or delete it and run amts sync --adopt"));
  }
}
