package org.amts.translate.typography;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.document.TextRange;
import org.amts.segment.SentenceSplitter;

/**
 * Puts the inverted marks before Spanish questions and exclamations that lack them, and takes away
 * the space before a stop. Numbers stay as they are.
 */
final class SpanishMarks {

  private static final String SKIPPED = " ?!,;*_~)(\"'“‘«[" + MarkedText.OTHER;

  private static final SentenceSplitter SENTENCES = new SentenceSplitter();

  private static final Pattern SPACE_BEFORE_STOP =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}»”)\\]" + MarkedText.WORD + "]) +([,.;:?!])(?=[\\s»”)*_]|$)");

  private static final Pattern SPACE_AFTER_INVERTED = Pattern.compile("([¿¡]) +");

  /** After a comma, what begins the part of the sentence that is a question. */
  private static final Pattern INTERROGATIVE =
      Pattern.compile(
          "[,:] +((?:(?:por|a|al|de|con|en|para|y|desde|hasta|sobre) )?"
              + "(?:qué|cómo|cuál|cuáles|cuándo|dónde|adónde|quién|quiénes|cuánto|cuánta|cuántos|cuántas)"
              + "(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SpanishMarks() {}

  static String apply(String text) {
    String spaced = SPACE_BEFORE_STOP.matcher(text).replaceAll("$1");
    spaced = SPACE_AFTER_INVERTED.matcher(spaced).replaceAll("$1");
    StringBuilder out = new StringBuilder(spaced.length() + 8);
    int at = 0;
    for (TextRange sentence : SENTENCES.split(spaced, "es")) {
      out.append(spaced, at, sentence.start());
      invert(sentence.of(spaced), out);
      at = sentence.end();
    }
    return out.append(spaced, at, spaced.length()).toString();
  }

  /** Writes a sentence, which may hold more than one question: {@code ¿Qué? ¿Cómo? y ¿cuándo?} */
  private static void invert(String sentence, StringBuilder out) {
    int start = 0;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if ((c == '?' || c == '!') && endsClause(sentence, i)) {
        String clause = sentence.substring(start, i);
        int at = beginning(clause, c, i + 1 < sentence.length() ? sentence.charAt(i + 1) : ' ');
        boolean lacksMark =
            clause.indexOf('¿') < 0 && clause.indexOf('¡') < 0 && clause.indexOf(c, 1) < 0;
        if (lacksMark && at < clause.length()) {
          out.append(clause, 0, at).append(c == '?' ? '¿' : '¡');
          out.append(clause, at, clause.length());
        } else {
          out.append(clause);
        }
        start = i;
      }
    }
    out.append(sentence, start, sentence.length());
  }

  /** Where in a clause the question or exclamation begins that ends in {@code mark}. */
  private static int beginning(String clause, char mark, char next) {
    int from = lastUnclosedBracket(clause) + 1;
    if (next == '"' || next == '*' || next == '_') {
      from = Math.max(from, clause.lastIndexOf(next) + 1); // "…?", **…?**
    }
    Matcher interrogative = INTERROGATIVE.matcher(clause);
    if (mark == '?' && interrogative.find(from)) {
      return interrogative.start(1);
    }
    int at = from;
    while (at < clause.length() && SKIPPED.indexOf(clause.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int lastUnclosedBracket(String clause) {
    int closed = 0;
    for (int i = clause.length() - 1; i >= 0; i--) {
      char c = clause.charAt(i);
      if (c == ')' || c == '»' || c == '”') {
        closed++;
      } else if ((c == '(' || c == '«' || c == '“') && --closed < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a mark ends something: not part of a name, nor one of several marks. */
  private static boolean endsClause(String text, int at) {
    if (at > 0 && ".?!…".indexOf(text.charAt(at - 1)) >= 0) {
      return false;
    }
    int next = at + 1;
    return next == text.length() || " )]}»”’\"'*_,.:;!?…".indexOf(text.charAt(next)) >= 0;
  }
}
