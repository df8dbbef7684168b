package org.amts.server.content;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Languages that can be told by their letters alone. */
final class Scripts {

  /** Scripts that only one of Amazon Translate's languages is written in. */
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"));

  /** A Chinese character says as much as so many letters of an alphabet. */
  private static final int LETTERS_OF_A_HAN_CHARACTER = 3;

  private Scripts() {}

  /** The language of the script that most of a text is written in, if that is only one. */
  static Optional<String> language(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .forEach(
            script ->
                letters.merge(
                    script,
                    script == UnicodeScript.HAN ? LETTERS_OF_A_HAN_CHARACTER : 1,
                    Integer::sum));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = letters.getOrDefault(UnicodeScript.HAN, 0);
    if (2 * (han + kana) > all) {
      // Japanese sentences have kana in every word or two; a Chinese one may quote a Japanese name.
      return Optional.of(20 * kana > han ? "ja" : chinese(text));
    }
    return letters.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() > all)
        .map(entry -> LANGUAGES.get(entry.getKey()))
        .filter(language -> language != null)
        .findFirst();
  }

  /** Traditional Chinese has characters that are simplified otherwise, and the other way round. */
  private static String chinese(String text) {
    int traditional = changes(text, Transliterator.getInstance("Traditional-Simplified"));
    int simplified = changes(text, Transliterator.getInstance("Simplified-Traditional"));
    return traditional > simplified ? "zh-TW" : "zh";
  }

  private static int changes(String text, Transliterator transliterator) {
    int[] before = text.codePoints().toArray();
    int[] after = transliterator.transliterate(text).codePoints().toArray();
    int changes = 0;
    for (int i = 0; i < Math.min(before.length, after.length); i++) {
      changes += before[i] == after[i] ? 0 : 1;
    }
    return changes;
  }
}
