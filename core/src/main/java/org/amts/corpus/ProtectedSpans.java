package org.amts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is not language in a text, by its looks: code spans, formulas, roles, tags, addresses,
 * the marks of placeholders. A pair has no document format any more, so this is no parser; it is
 * right for nearly all texts and only decides on which pairs are kept.
 */
final class ProtectedSpans {

  private static final Pattern SPAN =
      Pattern.compile(
          // Looking at one character first saves most of the time.
          "(?=[:`$⟦<(h])(?:"
              + "(?<role>:[a-z][\\w+:.-]{0,40}:)`(?<title>[^`<>]+)<(?<reference>[^`<>]+)>`"
              + "|(?<verbatim>"
              + "(?::[a-z][\\w+:.-]{0,40}:)?(?<ticks>`+)[^`]+\\k<ticks>" // code, role
              + "|⟦\\d{1,4}⟧)" // mark
              + "|(?<formula>"
              + "\\$\\$[^$]+\\$\\$"
              + "|(?<![\\w$\\\\])\\$(?=[^\\s$])[^$]{0,400}(?<=[^\\s\\\\])\\$(?![\\w$]))"
              + "|</?[A-Za-z][^<>]{0,400}>" // tag
              + "|(?<=\\])\\((?:[^()\\s]|\\([^()\\s]*\\)){1,2000}(?:\\s+\"[^\"]*\")?\\)" // link
              // target
              + "|https?://[\\p{ASCII}&&[^\\s<>\"'`()\\[\\]]]+)");

  /** Formulas are localised a little: decimal commas, other signs for minus, words. */
  private static final Pattern LOCAL_IN_FORMULA =
      Pattern.compile("\\s+|[.,;:。，；]|\\\\(?:text|mathrm|textrm)\\{[^{}]*\\}");

  private ProtectedSpans() {}

  /**
   * The spans that a translator leaves as they are: code, roles, marks, and formulas up to what is
   * written differently in another language. Addresses are not among them: many exist in each
   * language.
   */
  static List<String> verbatimIn(String text) {
    List<String> spans = new ArrayList<>();
    Matcher matcher = SPAN.matcher(text);
    while (matcher.find()) {
      if (matcher.group("verbatim") != null) {
        spans.add(matcher.group("verbatim").replaceAll("\\s+", ""));
      } else if (matcher.group("formula") != null) {
        String formula = matcher.group("formula").replaceAll("[−–]", "-");
        spans.add(LOCAL_IN_FORMULA.matcher(formula).replaceAll(""));
      } else if (matcher.group("role") != null) {
        spans.add(matcher.group("role") + matcher.group("reference").strip());
      }
    }
    return spans;
  }

  /** The text with a space in place of every span; the title of a role stays. */
  static String removedFrom(String text) {
    return replacedIn(text, " ");
  }

  /** The text with something else in place of every span; the title of a role stays. */
  static String replacedIn(String text, String other) {
    Matcher matcher = SPAN.matcher(text);
    StringBuilder rest = new StringBuilder(text.length());
    while (matcher.find()) {
      String title = matcher.group("title");
      matcher.appendReplacement(
          rest, Matcher.quoteReplacement(title == null ? other : " " + title + " "));
    }
    return matcher.appendTail(rest).toString();
  }
}
