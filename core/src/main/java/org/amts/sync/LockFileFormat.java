package org.amts.sync;

import java.util.List;

/** How a section of the lock file is written. */
final class LockFileFormat {

  static final String NONE = "-";
  static final String SOURCE = "source ";
  static final String TARGET = "target ";
  static final String WAS = "  was ";

  private LockFileFormat() {}

  static void append(LockedDocument section, StringBuilder out) {
    out.append('[').append(section.language()).append("] ");
    out.append(escaped(section.name())).append('\n');
    out.append(SOURCE).append(section.sourceId()).append('\n');
    out.append(TARGET).append(section.targetId()).append(' ');
    out.append(escaped(section.targetName())).append('\n');
    out.append(section.text());
  }

  static void append(LockEntry entry, StringBuilder out) {
    append(entry.sources(), out);
    append(entry.targets(), out.append(' '));
    out.append(' ').append(entry.origin().code()).append(' ').append(entry.state().code());
    if (!entry.engine().isEmpty()) {
      out.append(' ').append(entry.engine());
    }
    out.append('\n');
    entry.was().forEach(text -> out.append(WAS).append(escaped(text)).append('\n'));
  }

  private static void append(List<String> hashes, StringBuilder out) {
    out.append(hashes.isEmpty() ? NONE : String.join("+", hashes));
  }

  /** Formulas and file names may hold line ends; the format is one of lines. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escape = text.charAt(++i);
        out.append(escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
