package org.amts.engine.local;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amts.engine.Example;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.segment.Cjk;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.TokenScanner.Kind;

/**
 * The part of a revision that needs no model: numbers, placeholders and names that others took the
 * place of, and that stand in the translation as they stand in the source.
 */
final class Substitutions {

  private static final int EQUAL = 3;
  private static final int VARIANT = 2;

  /** One token in the place of another of the same kind. */
  private record Change(String from, String to, Kind kind) {

    String in(String text) {
      StringBuilder result = new StringBuilder();
      int at = 0;
      for (TokenDiff.Token token : TokenDiff.tokens(text)) {
        if (token.text().equals(from)) {
          result.append(text, at, token.start()).append(to);
          at = token.end();
        }
      }
      return result.append(text, at, text.length()).toString();
    }
  }

  private Substitutions() {}

  /**
   * Makes as many of the substitutions as are safe.
   *
   * @return the old segment with these substitutions, and its translation with them; the example
   *     itself if there is none
   */
  static Example made(Example before, Segment after) {
    List<Placeholder> placeholders = before.source().placeholders();
    TokenDiff diff =
        new TokenDiff(before.source().text(), after.text(), (a, b) -> weight(a, b, placeholders));
    Map<Change, Integer> changes = new LinkedHashMap<>();
    diff.substitutions()
        .forEach(
            pair ->
                changes.merge(
                    new Change(pair.getKey().text(), pair.getValue().text(), pair.getKey().kind()),
                    1,
                    Integer::sum));
    Set<String> replaced = changes.keySet().stream().map(Change::from).collect(toSet());
    Example current = before;
    for (Map.Entry<Change, Integer> entry : changes.entrySet()) {
      Change change = entry.getKey();
      String text = current.source().text();
      // Where only some of the same change, it is not known which of them in the translation.
      if (count(text, change.from()) != entry.getValue() || replaced.contains(change.to())) {
        continue;
      }
      Segment source = new Segment(change.in(text), placeholders);
      Optional<String> target =
          switch (change.kind()) {
            case WORD -> renamed(current, change);
            case NUMBER -> {
              Optional<String> repaired = MatchRepair.repair(current, source);
              yield repaired.isPresent() ? repaired : renumbered(current, change);
            }
            default -> MatchRepair.repair(current, source);
          };
      if (target.isPresent()) {
        current = new Example(source, target.get());
      }
    }
    return current;
  }

  private static int weight(TokenDiff.Token a, TokenDiff.Token b, List<Placeholder> placeholders) {
    if (a.text().equals(b.text())) {
      return EQUAL;
    }
    if (a.kind() != b.kind()) {
      return 0;
    }
    boolean variant =
        switch (a.kind()) {
          case NUMBER -> true;
          case PLACEHOLDER ->
              placeholder(a, placeholders).kind() == placeholder(b, placeholders).kind();
          case WORD -> isName(a) && isName(b);
          case IDEOGRAPH, SIGN -> false;
        };
    return variant ? VARIANT : 0;
  }

  private static Placeholder placeholder(TokenDiff.Token mark, List<Placeholder> placeholders) {
    return placeholders.get(Placeholder.numbersIn(mark.text()).get(0));
  }

  /** Whether a word is written as names are: a capital inside, a digit, or a capital at first. */
  private static boolean isName(TokenDiff.Token word) {
    boolean unusual =
        word.text()
            .codePoints()
            .skip(1)
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    return unusual || word.index() > 0 && Character.isUpperCase(word.text().codePointAt(0));
  }

  /**
   * A number may stand next to letters in the translation, where a unit follows without a space.
   */
  private static Optional<String> renumbered(Example example, Change change) {
    Pattern number =
        Pattern.compile(
            "(?<![A-Za-z\\p{Nd}.,⟦])" + Pattern.quote(change.from()) + "(?!\\p{Nd}|[.,]\\p{Nd}|⟧)");
    boolean isPlain =
        Stream.of(change.from(), change.to())
            .allMatch(n -> !n.equals("1") && n.codePoints().allMatch(Character::isDigit));
    long count = number.matcher(example.source().text()).results().count();
    return isPlain && count > 0 && count == number.matcher(example.target()).results().count()
        ? Optional.of(
            number.matcher(example.target()).replaceAll(Matcher.quoteReplacement(change.to())))
        : Optional.empty();
  }

  /** Between scripts a word that is the same in both languages is a name. */
  private static Optional<String> renamed(Example example, Change change) {
    String source = example.source().text();
    boolean otherScript = Cjk.hasLetter(source) != Cjk.hasLetter(example.target());
    return otherScript && count(source, change.from()) == count(example.target(), change.from())
        ? Optional.of(change.in(example.target()))
        : Optional.empty();
  }

  private static long count(String text, String word) {
    return TokenDiff.tokens(text).stream().filter(token -> token.text().equals(word)).count();
  }
}
