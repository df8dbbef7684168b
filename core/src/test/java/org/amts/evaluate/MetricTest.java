package org.amts.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {

  private static final Bleu BLEU = Bleu.of(BleuTokenizer.MTEVAL_13A);

  private static final List<String> HYPOTHESES =
      List.of("The loss falls fast.", "We split the data in two.");
  private static final List<String> REFERENCES =
      List.of("The loss falls quickly.", "We split the data into two halves.");

  static List<Metric> metrics() {
    return List.of(BLEU.withEffectiveOrder(), ChrF.CHRF2, ChrF.CHRF2_PLUS_PLUS, Ter.STANDARD);
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void equalTextsAreAsGoodAsCanBe(Metric metric) {
    double best = metric instanceof Ter ? 0 : 100;
    assertThat(metric.score(REFERENCES, REFERENCES).value()).isCloseTo(best, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void corpusOfOneScoresAsItsSentence(Metric metric) {
    Score corpus = metric.score(HYPOTHESES.subList(0, 1), REFERENCES.subList(0, 1));
    Score sentence = metric.scoreSentence(HYPOTHESES.get(0), REFERENCES.subList(0, 1));
    assertThat(corpus.value()).isEqualTo(sentence.value());
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void orderOfSentencesDoesNotMatter(Metric metric) {
    List<String> hypotheses = new ArrayList<>(HYPOTHESES);
    List<String> references = new ArrayList<>(REFERENCES);
    Collections.reverse(hypotheses);
    Collections.reverse(references);
    assertThat(metric.score(hypotheses, references).value())
        .isEqualTo(metric.score(HYPOTHESES, REFERENCES).value());
  }

  @Test
  void signaturesSayHowTheScoreWasMade() {
    String data = "data:" + "[0-9a-f]{12}" + "\\|version:amts-1";
    assertThat(BLEU.score(HYPOTHESES, REFERENCES).signature())
        .matches("nrefs:1\\|case:mixed\\|eff:no\\|tok:13a\\|smooth:exp\\|" + data);
    assertThat(ChrF.CHRF2.score(HYPOTHESES, REFERENCES).signature())
        .matches("nrefs:1\\|case:mixed\\|eff:yes\\|nc:6\\|nw:0\\|space:no\\|" + data);
    assertThat(Ter.STANDARD.score(HYPOTHESES, REFERENCES).signature())
        .matches("nrefs:1\\|case:lc\\|tok:tercom\\|norm:no\\|punct:yes\\|asian:no\\|" + data);
    assertThat(Bootstrap.score(BLEU, HYPOTHESES, REFERENCES).signature())
        .startsWith("nrefs:1|bs:1000|seed:12345|case:mixed|");
    assertThat(
            BLEU.scoreAgainstAll(HYPOTHESES, List.of(REFERENCES, REFERENCES.subList(0, 1)))
                .signature())
        .startsWith("nrefs:var|");
  }

  @Test
  void signatureIsTheSameForEverySystemAndChangesWithTheReferences() {
    String signature = BLEU.score(HYPOTHESES, REFERENCES).signature();
    assertThat(BLEU.score(REFERENCES, REFERENCES).signature()).isEqualTo(signature);
    assertThat(BLEU.score(REFERENCES, HYPOTHESES).signature()).isNotEqualTo(signature);
  }

  @Test
  void printsAsSacreBleuDoes() {
    assertThat(BLEU.score(List.of("a b c d e"), List.of("a b c d f g")).toString())
        .startsWith("BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|data:")
        .endsWith(
            " = 54.75 80.0/75.0/66.7/50.0 (BP = 0.819 ratio = 0.833 hyp_len = 5 ref_len = 6)");
  }

  @Test
  void choosesTokenizersByLanguage() {
    assertThat(BleuTokenizer.forLanguage("zh-TW")).isEqualTo(BleuTokenizer.CHINESE);
    assertThat(BleuTokenizer.forLanguage("es")).isEqualTo(BleuTokenizer.MTEVAL_13A);
    assertThat(BleuTokenizer.forLanguage("ja")).isEqualTo(BleuTokenizer.CHARACTER);
    assertThat(BleuTokenizer.forLabel("intl")).contains(BleuTokenizer.INTERNATIONAL);
    assertThat(BleuTokenizer.forLabel("nonsense")).isEmpty();
    assertThat(Ter.forLanguage("zh").asianSupport()).isTrue();
    assertThat(Ter.forLanguage("es")).isEqualTo(Ter.STANDARD);
  }

  @Test
  void refusesWhatCannotBeScored() {
    assertThatThrownBy(() -> BLEU.score(HYPOTHESES, REFERENCES.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 hypotheses but 1 references");
    assertThatThrownBy(() -> BLEU.score(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no sentence to score");
    assertThatThrownBy(() -> BLEU.scoreAgainstAll(List.of("a"), List.of(List.of())))
        .hasMessage("no reference for sentence 0");
    assertThatThrownBy(() -> new Smoothing(Smoothing.Method.FLOOR, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChrF(0, 0, 2, false, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.score(BLEU, HYPOTHESES, List.of(), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longAndRepetitiveSentencesTakeLittleTime() {
    String words = "a b ".repeat(2000);
    String shifted = "b c a ".repeat(1500);
    for (Metric metric : metrics()) {
      Assertions.assertTimeout(
          Duration.ofSeconds(20), () -> metric.scoreSentence(words, List.of(shifted)));
    }
    String mark = "，.".repeat(50_000);
    for (BleuTokenizer tokenizer : BleuTokenizer.values()) {
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> tokenizer.tokens(mark));
    }
  }

  @Test
  void tenThousandSentencesTakeAboutASecond() {
    Random random = new Random(7);
    List<String> references = sentences(random, 10_000);
    List<String> hypotheses = references.stream().map(text -> changed(random, text)).toList();
    for (Metric metric : List.of(BLEU, ChrF.CHRF2)) {
      metric.score(hypotheses.subList(0, 1000), references.subList(0, 1000));
      // About 0.5 s on an idle machine; the limit leaves room for a busy one.
      Assertions.assertTimeout(
          Duration.ofSeconds(8), () -> metric.score(hypotheses, references), metric.name());
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(30), () -> Ter.STANDARD.score(hypotheses, references));
  }

  private static List<String> sentences(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                IntStream.range(0, 10 + random.nextInt(25))
                    .mapToObj(k -> "word" + random.nextInt(800))
                    .reduce((left, right) -> left + " " + right)
                    .orElseThrow())
        .toList();
  }

  private static String changed(Random random, String sentence) {
    List<String> words = new ArrayList<>(List.of(sentence.split(" ")));
    Collections.rotate(words.subList(0, 5 + random.nextInt(5)), 2);
    words.replaceAll(word -> random.nextInt(4) == 0 ? "other" : word);
    return String.join(" ", words);
  }
}
