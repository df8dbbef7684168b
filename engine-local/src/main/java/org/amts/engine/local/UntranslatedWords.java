package org.amts.engine.local;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Ordinary words of a text in Latin letters that stand as they are in an answer in another script.
 * A word is ordinary if it has four letters or more and all are small: names and abbreviations have
 * capitals, and names of methods often have a hyphen. What stands between round brackets is no
 * fault: there a translation repeats a term in the source's words.
 */
final class UntranslatedWords {

  private static final Pattern WORD = Pattern.compile("(?<!⟦)[\\p{IsLatin}\\d_-]+(?!⟧)");

  private static final Pattern ORDINARY = Pattern.compile("\\p{Ll}{4,}");

  private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");

  private UntranslatedWords() {}

  /** The ordinary words of a text that its answer has as well. */
  static Set<String> of(String text, String answer) {
    Set<String> words = inLatinLetters(BRACKETS.matcher(answer).replaceAll(" "));
    words.retainAll(inLatinLetters(text));
    words.removeIf(word -> !ORDINARY.matcher(word).matches());
    return words;
  }

  /** All words in Latin letters, with digits and hyphens in them. */
  static Set<String> inLatinLetters(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
    return words;
  }
}
