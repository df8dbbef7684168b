package org.amts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.amts.segment.Placeholder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermFinderTest {

  private static final List<String> WORDS =
      List.of("Istanbul", "the", "model", "iı", "机器", "翻译", "1", "⟦1⟧", "⟦11⟧", "*", "𝒜", "，");

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "In NumPy a rate is not a learning rate.|NumPy rate learning rate",
        "numpy, NumPys, rated, Rate|''",
        "NumPy's (rate)-limit|NumPy rate",
        "使用NumPy计算rate。|NumPy rate",
        "⟦0⟧ is not 0, nor 10|0",
        "learning-rate learning rate.|rate learning rate",
        "C++11 in C++|C++ C++",
        "re\u0301sume\u0301 résumé|résumé",
        "机器学习与学习|学习 学习",
        "''|''"
      })
  void findsWholeWordsTheLongestFirst(String text, String expected) {
    TermFinder finder =
        finder("NumPy", "learning rate", "rate", "0", "C++", "re\u0301sume\u0301", "学习");
    List<String> found =
        finder.find(text).stream()
            .map(occurrence -> text.substring(occurrence.start(), occurrence.end()))
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void theLaterOfTwoEntriesCounts() {
    TermFinder finder =
        new TermFinder(List.of(new TermEntry("token", "标记"), new TermEntry("token", "词元")));
    assertThat(finder.find("a token"))
        .containsExactly(new TermFinder.Occurrence(2, 7, new TermEntry("token", "词元")));
    assertThat(TermFinder.NONE.find("a token")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void occurrencesAreTermsInOrderOutsideOfMarks(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        words
            .append(WORDS.get(random.nextInt(WORDS.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      String text = words.toString();
      TermFinder finder = finder("Istanbul", "the", "iı", "机器", "机器翻译", "1", "model the");
      int end = 0;
      for (TermFinder.Occurrence occurrence : finder.find(text)) {
        assertThat(occurrence.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
        end = occurrence.end();
        assertThat(text.substring(occurrence.start(), end)).isEqualTo(occurrence.term().source());
        assertThat(Placeholder.numbersIn(text.substring(0, end) + text.substring(end)))
            .isEqualTo(Placeholder.numbersIn(text));
      }
    }
  }

  @Test
  void manyTermsTakeNoLonger() {
    List<TermEntry> terms = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      terms.add(new TermEntry("term " + i, "t" + i));
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(new TermFinder(terms).find("no term 199999 here ".repeat(5_000)))
                .hasSize(5_000));
  }

  private static TermFinder finder(String... terms) {
    return new TermFinder(List.of(terms).stream().map(term -> new TermEntry(term, "=")).toList());
  }
}
