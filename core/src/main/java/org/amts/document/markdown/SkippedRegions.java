package org.amts.document.markdown;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.TextRange;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * What an author excluded from translation: the block after {@code <!-- i18n:skip -->}, and
 * everything between {@code <!-- i18n:skip-start -->} and {@code <!-- i18n:skip-end -->}.
 */
final class SkippedRegions {

  private static final Pattern COMMENT =
      Pattern.compile("<!--\\s*i18n:skip(-start|-end|)\\s*-->\\s*");

  private int openAt = -1;
  private boolean skipsNext;
  private @Nullable Node skippedNode;

  /**
   * Looks at a block of HTML.
   *
   * @return whether it is a comment about skipping
   */
  boolean read(TextRange html, String text) {
    Matcher comment = COMMENT.matcher(text).region(html.start(), html.end());
    if (!comment.matches()) {
      return false;
    }
    switch (comment.group(1)) {
      case "-start" -> openAt = html.start();
      case "-end" -> openAt = -1;
      default -> skipsNext = true;
    }
    return true;
  }

  /** Comes to a node that is no such comment. */
  void enter(Node node) {
    if (skipsNext && skippedNode == null) {
      skippedNode = node;
      skipsNext = false;
    }
  }

  /** Comes to the end of a node and all that is in it. */
  void leave(Node node) {
    if (skippedNode == node) {
      skippedNode = null;
    }
  }

  boolean isSkipping() {
    return openAt >= 0 || skippedNode != null;
  }

  /** Where the region starts that is still open, if there is one. */
  OptionalInt unclosedAt() {
    return openAt < 0 ? OptionalInt.empty() : OptionalInt.of(openAt);
  }
}
