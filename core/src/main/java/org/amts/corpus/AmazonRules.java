package org.amts.corpus;

import java.util.Optional;

/** What Amazon Translate takes as one text of a pair. */
final class AmazonRules {

  /** Longest text, in bytes of UTF-8. */
  static final int MOST_BYTES = 1000;

  /** Longest term, in bytes of UTF-8. */
  static final int MOST_BYTES_OF_A_TERM = 200;

  /** Largest file of terms, in bytes. */
  static final long MOST_BYTES_OF_TERMINOLOGY = 10L << 20;

  /** Most target languages of a terminology. */
  static final int MOST_TARGETS_OF_TERMINOLOGY = 10;

  private static final String SIGNS_OF_A_FORMULA = "+-=@";

  private AmazonRules() {}

  /** Why a text is skipped, with any format of file; empty if it is taken. */
  static Optional<String> whySkipped(String text) {
    return whySkipped(text, MOST_BYTES);
  }

  /** Why a text is skipped where it may have only so many bytes; empty if it is taken. */
  static Optional<String> whySkipped(String text, int mostBytes) {
    if (text.isBlank()) {
      return Optional.of("is empty");
    }
    int bytes = bytes(text);
    return bytes > mostBytes
        ? Optional.of("has " + bytes + " bytes, and " + mostBytes + " is the most")
        : Optional.empty();
  }

  /** Why a text cannot be a field of CSV or TSV; empty if it can. */
  static Optional<String> whyNotAField(String text) {
    return !text.isEmpty() && SIGNS_OF_A_FORMULA.indexOf(text.charAt(0)) >= 0
        ? Optional.of("begins with " + text.charAt(0) + ", which no field may")
        : Optional.empty();
  }

  /** Length in UTF-8; half a surrogate pair counts as one byte. */
  static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        bytes += unit < 0x80 || Character.isSurrogate(unit) ? 1 : unit < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }
}
