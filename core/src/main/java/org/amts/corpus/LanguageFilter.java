package org.amts.corpus;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drops pairs with a text in the wrong language. Two checks, both light: a text needs letters of
 * its language's script, and not mostly of others; and where both languages share a script, a
 * longer text must not have the function words of the other and none of its own.
 */
record LanguageFilter(String sourceLanguage, String targetLanguage) implements PairFilter {

  private static final Map<String, Set<String>> FUNCTION_WORDS =
      WordTable.read("function-words.txt");

  /** A text with fewer different function words of the other language may be full of names. */
  private static final int FOREIGN_WORDS = 3;

  /** Least share of letters of the language's own script, where the scripts differ. */
  private static final double OWN_SCRIPT = 0.5;

  @Override
  public String reason() {
    return "wrong language";
  }

  @Override
  public Optional<String> objection(ParallelPair pair) {
    return objection(pair.source(), sourceLanguage, targetLanguage)
        .map(why -> "the source " + why)
        .or(
            () ->
                objection(pair.target(), targetLanguage, sourceLanguage)
                    .map(why -> "the target " + why));
  }

  private static Optional<String> objection(String text, String language, String other) {
    String words = ProtectedSpans.removedFrom(text);
    Set<UnicodeScript> scripts = Scripts.of(language);
    if (!scripts.equals(Scripts.of(other))) {
      return scriptObjection(words, language, scripts, Scripts.of(other));
    }
    Set<String> own = FUNCTION_WORDS.get(LanguageCode.language(language));
    Set<String> foreign = FUNCTION_WORDS.get(LanguageCode.language(other));
    if (own == null || foreign == null) {
      return Optional.empty();
    }
    Set<String> different = WordTable.wordsOf(words);
    return different.stream().noneMatch(own::contains)
            && different.stream().filter(foreign::contains).count() >= FOREIGN_WORDS
        ? Optional.of("reads like " + other)
        : Optional.empty();
  }

  private static Optional<String> scriptObjection(
      String words, String language, Set<UnicodeScript> scripts, Set<UnicodeScript> others) {
    long own = letters(words, scripts);
    if (own == 0) {
      return Optional.of("has no letter of " + language);
    }
    boolean latinIsOwn = scripts.contains(UnicodeScript.LATIN);
    // Names and terms in Latin letters are usual in all languages; other foreign scripts are not.
    long foreign = latinIsOwn ? letters(words, others) : foreignLetters(words, scripts);
    return own < OWN_SCRIPT * (own + foreign)
        ? Optional.of("is mostly not in the script of " + language)
        : Optional.empty();
  }

  private static long letters(String text, Set<UnicodeScript> scripts) {
    return text.codePoints()
        .filter(Character::isLetter)
        .filter(letter -> scripts.contains(UnicodeScript.of(letter)))
        .count();
  }

  private static long foreignLetters(String text, Set<UnicodeScript> scripts) {
    return text.codePoints()
        .filter(Character::isLetter)
        .filter(
            letter -> {
              UnicodeScript script = UnicodeScript.of(letter);
              return !scripts.contains(script) && script != UnicodeScript.LATIN;
            })
        .count();
  }
}
