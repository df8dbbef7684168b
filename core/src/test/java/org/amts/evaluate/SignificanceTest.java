package org.amts.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  private static final Metric METRIC = ChrF.CHRF2;

  @Test
  void intervalHoldsTheScoreAndIsTheSameEveryTime() {
    List<String> references = references(200);
    List<String> hypotheses = spoilt(references, 0.3, 1);
    Score score = Bootstrap.score(METRIC, hypotheses, references);
    assertThat(score.value()).isEqualTo(METRIC.score(hypotheses, references).value());
    assertThat(score.confidence().low()).isLessThan(score.value());
    assertThat(score.confidence().high()).isGreaterThan(score.value());
    assertThat(score.confidence().mean()).isCloseTo(score.value(), within(0.3));
    assertThat(Bootstrap.score(METRIC, hypotheses, references)).isEqualTo(score);
    assertThat(score.toString()).contains("μ = ").contains(" ± ");
  }

  @Test
  void intervalShrinksWithMoreSentences() {
    List<String> references = references(1600);
    List<String> hypotheses = spoilt(references, 0.3, 1);
    double few =
        Bootstrap.score(METRIC, hypotheses.subList(0, 100), references.subList(0, 100))
            .confidence()
            .halfWidth();
    double many = Bootstrap.score(METRIC, hypotheses, references).confidence().halfWidth();
    // 16 times the sentences make the interval a quarter as wide.
    assertThat(many / few).isBetween(0.15, 0.4);
  }

  @Test
  void clearDifferencesAreSignificant() {
    List<String> references = references(200);
    List<String> good = spoilt(references, 0.1, 1);
    List<String> bad = spoilt(references, 0.4, 2);
    assertThat(PairedSignificance.byRandomization(METRIC, bad, good, references, 1000, 1).pValue())
        .isLessThan(0.01);
    assertThat(PairedSignificance.byBootstrap(METRIC, bad, good, references).pValue())
        .isLessThan(0.01);
  }

  @Test
  void equallyGoodSystemsAreNotTellable() {
    List<String> references = references(200);
    List<String> one = spoilt(references, 0.3, 1);
    List<String> other = spoilt(references, 0.3, 2);
    assertThat(PairedSignificance.byRandomization(METRIC, one, other, references, 1000, 1).pValue())
        .isGreaterThan(0.05);
    assertThat(PairedSignificance.byBootstrap(METRIC, one, other, references).pValue())
        .isGreaterThan(0.05);
  }

  @Test
  void oneSystemDoesNotDifferFromItself() {
    List<String> references = references(50);
    List<String> system = spoilt(references, 0.3, 1);
    assertThat(
            PairedSignificance.byRandomization(METRIC, system, system, references, 100, 1).pValue())
        .isEqualTo(1);
    assertThat(PairedSignificance.byBootstrap(METRIC, system, system, references).pValue())
        .isEqualTo(1);
  }

  @Test
  void oneDifferentSentenceIsNoEvidence() {
    List<String> references = references(50);
    List<String> system = new ArrayList<>(references);
    system.set(7, "quite another sentence");
    PairedSignificance result =
        PairedSignificance.byRandomization(METRIC, references, system, references, 500, 1);
    assertThat(result.pValue()).isEqualTo(1);
    assertThat(result.baseline().value()).isGreaterThan(result.system().value());
    assertThat(result.system().signature()).startsWith("nrefs:1|ar:500|seed:1|case:mixed");
  }

  @Test
  void randomNumbersAreEvenlySpread() {
    RandomSamples random = new RandomSamples(99);
    int[] hits = new int[10];
    int heads = 0;
    for (int i = 0; i < 10_000; i++) {
      for (int index : random.withReplacement(10)) {
        hits[index]++;
      }
      for (boolean coin : random.coins(10)) {
        heads += coin ? 1 : 0;
      }
    }
    assertThat(Arrays.stream(hits).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
    assertThat(heads).isBetween(49_000, 51_000);
  }

  private static List<String> references(int count) {
    Random random = new Random(42);
    List<String> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder();
      for (int k = 0; k < 12; k++) {
        sentence.append("abcdefghij", random.nextInt(8), 8 + random.nextInt(3)).append(' ');
      }
      references.add(sentence.toString().strip());
    }
    return references;
  }

  private static List<String> spoilt(List<String> references, double rate, long seed) {
    Random random = new Random(seed);
    return references.stream()
        .map(
            reference -> {
              String[] words = reference.split(" ");
              for (int i = 0; i < words.length; i++) {
                words[i] = random.nextDouble() < rate ? "xyz" : words[i];
              }
              return String.join(" ", words);
            })
        .toList();
  }
}
