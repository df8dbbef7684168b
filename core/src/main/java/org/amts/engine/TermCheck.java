package org.amts.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether an answer uses the terms of its source, each as often as it stands there. A word of
 * a term counts in the answer if it is equal, but for a capital at its beginning, and in Spanish
 * and English also if it differs in number or gender only ({@code redes neuronales} for {@code red
 * neuronal}). White space does not count, so that Chinese text may separate Latin words or not.
 * Where terms overlap in the answer, the longest counts. Immutable.
 */
public final class TermCheck {

  /** A mark, a word of a script with spaces, or a sign on its own. */
  private static final Pattern UNITS =
      Pattern.compile(
          "⟦\\d+⟧|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+|\\S");

  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  private final String language;

  /**
   * @param language of the answers
   */
  public TermCheck(String language) {
    this.language = language;
  }

  /**
   * The terms that an answer lacks.
   *
   * @param terms those that stand in the source, each as often as it does
   * @param answer the answer
   * @return what is missing, in the order of {@code terms}, each as often as it is
   */
  public List<TermEntry> missing(List<TermEntry> terms, String answer) {
    if (terms.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> left = count(terms, answer);
    List<TermEntry> missing = new ArrayList<>();
    for (TermEntry term : terms) {
      if (left.merge(term.target(), -1, Integer::sum) < 0) {
        missing.add(term);
      }
    }
    return missing;
  }

  /** How often each target stands in the answer. */
  private Map<String, Integer> count(List<TermEntry> terms, String answer) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, List<String>> targets = new LinkedHashMap<>();
    terms.forEach(term -> targets.put(term.target(), units(term.target())));
    List<Map.Entry<String, List<String>>> longestFirst =
        targets.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, List<String>> target) -> target.getValue().size())
                    .reversed())
            .toList();
    List<String> words = units(answer);
    int at = 0;
    while (at < words.size()) {
      int next = at + 1;
      for (Map.Entry<String, List<String>> target : longestFirst) {
        if (standsAt(words, at, target.getValue())) {
          counts.merge(target.getKey(), 1, Integer::sum);
          next = at + target.getValue().size();
          break;
        }
      }
      at = next;
    }
    return counts;
  }

  private boolean standsAt(List<String> words, int at, List<String> term) {
    if (term.isEmpty() || at + term.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < term.size(); i++) {
      if (!isForm(words.get(at + i), term.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isForm(String word, String term) {
    if (word.equals(term) || word.equals(capitalized(term))) {
      return true;
    }
    return isInflected(term) && stem(word).equals(stem(term));
  }

  private boolean isInflected(String word) {
    return (language.equals("es") || language.equals("en"))
        && word.length() > 2
        && word.codePoints().allMatch(c -> Character.isLetter(c) && !Character.isUpperCase(c));
  }

  /** The word without what number and gender change. */
  private String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return language.equals("es") ? spanishStem(lower) : englishStem(lower);
  }

  private static String spanishStem(String word) {
    String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    if (plain.endsWith("ces")) {
      plain = plain.substring(0, plain.length() - 3) + "z";
    }
    if (plain.length() > 3 && plain.endsWith("s")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return plain.length() > 3 && "aeo".indexOf(plain.charAt(plain.length() - 1)) >= 0
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static String englishStem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4 && word.matches(".*(ch|sh|s|x|z)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String capitalized(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    Matcher matcher = UNITS.matcher(text);
    while (matcher.find()) {
      units.add(matcher.group());
    }
    return units;
  }
}
