package org.amts.engine.local.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.engine.Example;
import org.amts.segment.Cjk;
import org.amts.segment.FuzzyText;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.TokenScanner;

/**
 * Makes of an example's target the translation of a segment that differs from its source only in
 * numbers and in what placeholders stand for. It is made to be right when it answers; where it is
 * not clear what to change there is no answer.
 */
public final class MatchRepair {

  private MatchRepair() {}

  /**
   * Repairs an example's target.
   *
   * @param segment what is to be translated
   * @return the translation, with the marks of the segment: each as often as in the segment. Empty
   *     if the texts differ in more than numbers and placeholders; if a number that changed does
   *     not stand in the target as often as in the source, written in the same way; or if
   *     placeholders cannot be told apart
   */
  public static Optional<String> repair(Example example, Segment segment) {
    if (!FuzzyText.of(example.source()).sameSkeletonAs(FuzzyText.of(segment))) {
      return Optional.empty();
    }
    Map<String, String> changes = new HashMap<>();
    Map<String, Integer> occurrences = new HashMap<>();
    TokenScanner old = new TokenScanner(example.source().text());
    TokenScanner now = new TokenScanner(segment.text());
    while (old.next() && now.next()) {
      String from = example.source().text().substring(old.start(), old.end());
      String to = segment.text().substring(now.start(), now.end());
      if (isVariable(old.kind())) {
        occurrences.merge(from, 1, Integer::sum);
        String earlier = changes.put(from, to);
        if (earlier != null && !earlier.equals(to)) {
          return Optional.empty(); // which of the two is meant in the target?
        }
      }
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String from = change.getKey();
      if (!from.equals(change.getValue())
          && isNumber(from)
          && (!shape(from).equals(shape(change.getValue()))
              || count(example.target(), from) != occurrences.get(from)
              || isAmount(example, from, change.getValue()))) {
        return Optional.empty();
      }
    }
    String answer = replaced(example.target(), changes);
    return sameMarks(answer, segment.text()) ? Optional.of(answer) : Optional.empty();
  }

  private static boolean isVariable(TokenScanner.Kind kind) {
    return kind == TokenScanner.Kind.NUMBER || kind == TokenScanner.Kind.PLACEHOLDER;
  }

  private static boolean isNumber(String token) {
    return Character.isDigit(token.codePointAt(0));
  }

  /**
   * How a number is written: each run of digits as one. Languages differ in separators; 1,000 for
   * 999 may have to become 1.000.
   */
  private static String shape(String number) {
    return number.replaceAll("\\p{Nd}+", "0");
  }

  /**
   * Whether a word in the target may have to change with the number: Chinese does not tell one from
   * many, so that 1 and 2 have the same words around them in the source only.
   */
  private static boolean isAmount(Example example, String from, String to) {
    return (from.equals("1") || to.equals("1"))
        && Cjk.hasLetter(example.source().text())
        && !Cjk.hasLetter(example.target());
  }

  private static int count(String text, String number) {
    int count = 0;
    TokenScanner tokens = new TokenScanner(text);
    while (tokens.next()) {
      if (tokens.kind() == TokenScanner.Kind.NUMBER
          && text.substring(tokens.start(), tokens.end()).equals(number)) {
        count++;
      }
    }
    return count;
  }

  private static String replaced(String target, Map<String, String> changes) {
    StringBuilder answer = new StringBuilder(target.length() + 16);
    TokenScanner tokens = new TokenScanner(target);
    int at = 0;
    while (tokens.next()) {
      if (isVariable(tokens.kind())) {
        String token = target.substring(tokens.start(), tokens.end());
        answer.append(target, at, tokens.start()).append(changes.getOrDefault(token, token));
        at = tokens.end();
      }
    }
    return answer.append(target, at, target.length()).toString();
  }

  private static boolean sameMarks(String answer, String source) {
    List<Integer> found = new ArrayList<>(Placeholder.numbersIn(answer));
    List<Integer> expected = new ArrayList<>(Placeholder.numbersIn(source));
    found.sort(null);
    expected.sort(null);
    return found.equals(expected);
  }
}
