package org.amts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amts.document.Diagnostic.Severity;

/** What can be wrong with a file in any format: bytes that are no text, control characters. */
public final class TextProblems {

  private TextProblems() {}

  /**
   * The problems of a file, in file order: one for the first byte that is not UTF-8, one for the
   * first control character other than tab, line feed, form feed and carriage return.
   */
  public static List<Diagnostic> find(SourceText source) {
    List<Diagnostic> problems = new ArrayList<>();
    if (!source.isText()) {
      problems.add(notUtf8(source));
    }
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnexpected(c)) {
        problems.add(
            new Diagnostic(
                Severity.WARNING,
                source.name(),
                source.lineOf(i),
                String.format(
                    Locale.ROOT,
                    "control character U+%04X; it is kept as it is, remove it if it is there by"
                        + " mistake (later ones are not reported)",
                    (int) c)));
        break;
      }
    }
    return problems;
  }

  private static boolean isUnexpected(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r' || c == 0x7f;
  }

  private static Diagnostic notUtf8(SourceText source) {
    byte[] bytes = source.bytes();
    int line = 1;
    for (int i = 0; i < source.firstBadByte(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    String message =
        String.format(
            Locale.ROOT,
            "byte 0x%02X at offset %d is not UTF-8; the file is passed through untouched,"
                + " convert it to UTF-8 to have it translated",
            bytes[source.firstBadByte()] & 0xff,
            source.firstBadByte());
    return new Diagnostic(Severity.ERROR, source.name(), line, message);
  }
}
