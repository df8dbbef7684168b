package org.amts.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

  @Test
  void marksWordsOfSpacedLanguages() {
    assertThat(marked("the cat sat down", "the dog sat down")).isEqualTo("the [cat] sat down");
    assertThat(marked("a big red cat", "a cat")).isEqualTo("a [big red ]cat");
  }

  @Test
  void marksCharactersOfChinese() {
    assertThat(marked("机器翻译很好", "机器学习很好")).isEqualTo("机器[翻译]很好");
  }

  @Test
  void keepsEveryCharacterOfItsText() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String a = text(random);
      String b = text(random);
      assertThat(marked(a, b).replaceAll("[\\[\\]]", ""))
          .as("seed %d, run %d", seed, i)
          .isEqualTo(a);
      assertThat(marked(a, a)).isEqualTo(a);
    }
  }

  @Test
  void veryLongTextsAreNotCompared() {
    String text = "a b ".repeat(50_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(marked(text, text + "c")).isEqualTo(text));
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(30), 0, 8)
        .mapToObj(i -> String.valueOf("ab 中文。,x".charAt(i)))
        .collect(Collectors.joining());
  }

  private static String marked(String text, String other) {
    return TextDifference.of(text, other).stream()
        .map(part -> part.differs() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
