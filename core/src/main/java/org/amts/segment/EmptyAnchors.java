package org.amts.segment;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Anchors with nothing in them, {@code <a name="next-steps"></a>}: readers do not see them, and
 * some tools of translators add one to every heading.
 */
public final class EmptyAnchors {

  private static final Pattern ANCHOR = Pattern.compile("<(a|span)\\s[^<>]{0,1000}></\\1>");

  private EmptyAnchors() {}

  /** A text without them. */
  public static String removedFrom(String text) {
    return ANCHOR.matcher(text).replaceAll("");
  }

  /** A text without those that its translation, or what it translates, does not have. */
  public static String sharedIn(String text, String other) {
    Set<String> shared =
        ANCHOR.matcher(other).results().map(MatchResult::group).collect(Collectors.toSet());
    return ANCHOR
        .matcher(text)
        .replaceAll(
            anchor ->
                shared.contains(anchor.group()) ? Matcher.quoteReplacement(anchor.group()) : "");
  }
}
