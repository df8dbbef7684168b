package org.amts.document.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/** The labels of reference links. */
final class LinkLabel {

  // spec: A link label can have at most 999 characters inside the square brackets.
  static final int MAX_LENGTH = 999;

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private LinkLabel() {}

  /** The form in which labels are compared: case folded, white space collapsed. */
  static String normalize(String label) {
    // Lower after upper case is the nearest that the JDK has to Unicode case folding.
    return WHITE_SPACE
        .matcher(label.strip())
        .replaceAll(" ")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
