package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FuzzyScoreTest {

  private static final List<String> WORDS =
      List.of("the", "The", "model", "3", "4.5", "机", "器", "学", ",", "x86", "niño", "don't");

  @Test
  void equalTextsHaveOne() {
    assertThat(FuzzyScore.of("Train the model.", "Train  the model .")).isEqualTo(1);
    assertThat(FuzzyScore.of("", " ")).isEqualTo(1);
  }

  @Test
  void otherTextsHaveZero() {
    assertThat(FuzzyScore.of("one two", "three")).isZero();
    assertThat(FuzzyScore.of("", "three")).isZero();
  }

  @Test
  void editsCountOneEach() {
    assertThat(FuzzyScore.of("a b c d e f g h i j", "a b c X e f g h i j")).isEqualTo(0.9);
    assertThat(FuzzyScore.of("a b c d e f g h i j", "a b c e f g h i j")).isEqualTo(0.9);
    assertThat(FuzzyScore.of("我们训练模型。", "我们训练网络。")).isCloseTo(5.0 / 7, within(1e-12));
  }

  @Test
  void variantsCountATenth() {
    assertThat(FuzzyScore.of("Chapter 3 follows", "chapter 3 follows"))
        .isCloseTo(1 - 0.1 / 3, within(1e-12));
    assertThat(FuzzyScore.of("see 3.5", "see 1,000")).isCloseTo(0.95, within(1e-12));
    assertThat(FuzzyScore.of("σίγμα Σ", "σίγμα ς")).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void placeholdersAreComparedByWhatTheyStandFor() {
    Segment foo = SegmentParser.parse("Call `foo` now");
    assertThat(FuzzyScore.of(foo, SegmentParser.parse("Call `foo` now"))).isEqualTo(1);
    assertThat(FuzzyScore.of(foo, SegmentParser.parse("Call `bar` now")))
        .isCloseTo(1 - 0.1 / 3, within(1e-12));
    assertThat(FuzzyScore.of(foo, SegmentParser.parse("Call $x$ now")))
        .isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void aTagIsNoVariantOfAnother() {
    assertThat(FuzzyScore.of(SegmentParser.parse("a<b>c"), SegmentParser.parse("a<i>c")))
        .isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void symmetricInRangeAndOneOnlyIfEqual() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      String a = text(random);
      String b = random.nextInt(3) == 0 ? edited(a, random) : text(random);
      double score = FuzzyScore.of(a, b);
      assertThat(score).as("seed %d: %s | %s", seed, a, b).isBetween(0.0, 1.0);
      assertThat(FuzzyScore.of(b, a)).as("seed %d", seed).isEqualTo(score);
      assertThat(score == 1).as("seed %d: %s | %s", seed, a, b).isEqualTo(a.equals(b));
    }
  }

  @Test
  void equalsTheFullTable() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String a = text(random);
      String b = random.nextBoolean() ? edited(edited(a, random), random) : text(random);
      double expected = fullTable(a, b);
      assertThat(FuzzyScore.of(a, b)).as("seed %d", seed).isCloseTo(expected, within(1e-9));
      double minimum = random.nextInt(11) / 10.0;
      double bounded = FuzzyScore.ofAtLeast(FuzzyText.of(a), FuzzyText.of(b), minimum);
      if (expected >= minimum) {
        assertThat(bounded).as("seed %d", seed).isCloseTo(expected, within(1e-9));
      } else if (expected < minimum - 1e-6) {
        assertThat(bounded).as("seed %d", seed).isEqualTo(-1);
      }
    }
  }

  /** Each further edit at a place of its own lowers the score. */
  @Test
  void fallsWithEachEdit() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        words.add("w" + i);
      }
      String original = String.join(" ", words);
      double last = 1;
      for (int i = 0; i < 12; i++) {
        words.set(i, random.nextBoolean() ? words.get(i).toUpperCase(java.util.Locale.ROOT) : "x");
        double score = FuzzyScore.of(original, String.join(" ", words));
        assertThat(score).as("seed %d, edit %d", seed, i).isLessThan(last);
        last = score;
      }
    }
  }

  @Test
  void longTextsTakeNoLongTime() {
    String a = "a b ".repeat(20_000);
    String b = "b c ".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(FuzzyScore.ofAtLeast(FuzzyText.of(a), FuzzyText.of(b), 0.99)).isEqualTo(-1));
  }

  private static String text(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return separated(words);
  }

  private static String edited(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    int at = random.nextInt(words.size());
    switch (random.nextInt(3)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, WORDS.get(random.nextInt(WORDS.size())));
      default -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
    }
    return separated(words);
  }

  /** Signs that are repeated would be one token. */
  private static String separated(List<String> words) {
    return String.join(" ", words).replace(", ,", ", the ,").strip();
  }

  private static double fullTable(String a, String b) {
    FuzzyText left = FuzzyText.of(a);
    FuzzyText right = FuzzyText.of(b);
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = 10 * (i + j);
        } else {
          cost[i][j] =
              Math.min(
                  cost[i - 1][j - 1] + left.substitution(i - 1, right, j - 1),
                  10 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        }
      }
    }
    int longer = Math.max(left.length(), right.length());
    return longer == 0 ? 1 : 1 - cost[left.length()][right.length()] / (10.0 * longer);
  }
}
