package org.amts.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Decades;
import org.amts.segment.TextLength;

/**
 * Drops pairs in which a number is missing or is another one. It is made to be right when it
 * speaks: 1,000 may be 1.000, 1 000 or 1000 elsewhere, a number may be a word on the other side,
 * and what belongs to a name (x86, HTML5) may be left out. Code and maths are not looked at.
 */
record NumbersFilter() implements PairFilter {

  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}{1,3}(?:[\u00A0\u202F]\\p{Nd}{3})+|\\p{Nd}+(?:[.,:’'·]\\p{Nd}+)*");

  /** The number of a heading or list item belongs to the place of a text, not to its meaning. */
  private static final Pattern ENUMERATION =
      Pattern.compile("^[^\\p{L}\\p{N}]*\\p{Nd}+(?:\\.\\p{Nd}+)*\\s*[.、)）．](?!\\p{Nd})");

  private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&#?\\w{1,10};");
  private static final Pattern FINAL_ZEROS = Pattern.compile("[.,:]0+$");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  /** Words for a number, and under {@code *} those that may go with any. */
  private static final Map<String, Set<String>> WORDS = WordTable.read("number-words.txt");

  private static final Set<String> WORDS_FOR_ANY = WORDS.getOrDefault("*", Set.of());

  /**
   * A number in a text.
   *
   * @param value its digits without separators, leading zeros and a fraction of zeros
   * @param digits all its digits
   * @param standsAlone whether no letter of an alphabet is next to it
   */
  private record Number(String value, String digits, boolean standsAlone) {}

  @Override
  public String reason() {
    return "numbers differ";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    String source = words(pair.source());
    String target = words(pair.target());
    List<Number> sourceNumbers = numbers(source);
    List<Number> targetNumbers = numbers(target);
    if (sortedDigits(sourceNumbers).equals(sortedDigits(targetNumbers))) {
      return Optional.empty(); // 1 000 and 1000, 10/2 and 2/10
    }
    Set<String> sourceWords = WordTable.wordsOf(source);
    Set<String> targetWords = WordTable.wordsOf(target);
    if (!Collections.disjoint(sourceWords, WORDS_FOR_ANY)
        || !Collections.disjoint(targetWords, WORDS_FOR_ANY)) {
      return Optional.empty();
    }
    return new OnlyOnOneSide(
            unexplained(sourceNumbers, targetNumbers, targetWords),
            unexplained(targetNumbers, sourceNumbers, sourceWords))
        .inWords();
  }

  private static String words(String text) {
    String plain = Decades.namedByYear(ProtectedSpans.removedFrom(text));
    String words = ENUMERATION.matcher(plain).replaceFirst(" ");
    return words.indexOf('&') < 0 ? words : CHARACTER_REFERENCE.matcher(words).replaceAll(" ");
  }

  private static List<Number> numbers(String text) {
    List<Number> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String number = matcher.group();
      boolean standsAlone =
          !isNamePart(text, matcher.start() - 1) && !isNamePart(text, matcher.end());
      String value = digits(FINAL_ZEROS.matcher(number).replaceFirst(""));
      numbers.add(
          new Number(LEADING_ZEROS.matcher(value).replaceFirst(""), digits(number), standsAlone));
    }
    return numbers;
  }

  private static boolean isNamePart(String text, int index) {
    if (index < 0 || index >= text.length()) {
      return false;
    }
    char next = text.charAt(index);
    return next == '_' || next == '#' || (Character.isLetter(next) && !TextLength.isDense(next));
  }

  private static String digits(String number) {
    StringBuilder digits = new StringBuilder();
    number
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }

  private static String sortedDigits(List<Number> numbers) {
    StringBuilder all = new StringBuilder();
    numbers.forEach(number -> all.append(number.digits()));
    char[] digits = all.toString().toCharArray();
    Arrays.sort(digits);
    return new String(digits);
  }

  /** Numbers that the other text has neither in digits nor in words. */
  private static Set<String> unexplained(
      List<Number> numbers, List<Number> others, Set<String> otherWords) {
    // A set, for a translator may say a number again or not again.
    Set<String> rest = new TreeSet<>();
    numbers.stream().filter(Number::standsAlone).map(Number::value).forEach(rest::add);
    others.forEach(number -> rest.remove(number.value()));
    rest.removeIf(value -> !Collections.disjoint(otherWords, WORDS.getOrDefault(value, Set.of())));
    return rest;
  }
}
