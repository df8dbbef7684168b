package org.amts.cli;

import java.util.regex.Pattern;

/**
 * Anchors with nothing in them, {@code <a name="next-steps"></a>}: readers do not see them, and
 * some tools of translators add one to every heading.
 */
final class EmptyAnchors {

  private static final Pattern ANCHOR = Pattern.compile("<(a|span)\\s[^<>]{0,1000}></\\1>");

  private EmptyAnchors() {}

  /** A text without them. */
  static String removedFrom(String text) {
    return ANCHOR.matcher(text).replaceAll("");
  }
}
