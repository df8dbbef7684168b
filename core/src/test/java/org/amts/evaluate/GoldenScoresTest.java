package org.amts.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every score equals sacreBLEU's to 1e-6; see the README beside the golden file. */
class GoldenScoresTest {

  private static final double TOLERANCE = 1e-6;

  private static final Map<String, Metric> METRICS = metrics();

  @Test
  void sentencesEqualSacreBleu() throws IOException {
    List<JsonNode> sentences = entries("hypothesis");
    assertThat(sentences).hasSizeGreaterThan(260);
    sentences.forEach(GoldenScoresTest::assertSentence);
  }

  @Test
  void corporaEqualSacreBleu() throws IOException {
    List<JsonNode> sentences = entries("hypothesis");
    List<JsonNode> corpora = entries("sentences");
    assertThat(corpora).hasSize(6);
    for (JsonNode corpus : corpora) {
      List<String> hypotheses = new ArrayList<>();
      List<List<String>> references = new ArrayList<>();
      int each = corpus.get("referencesEach").asInt();
      for (JsonNode sentence : sentences.subList(0, corpus.get("sentences").asInt())) {
        hypotheses.add(sentence.get("hypothesis").asText());
        List<String> given = strings(sentence.get("references"));
        references.add(
            given.size() < each ? List.of(given.get(0), given.get(0)) : given.subList(0, each));
      }
      assertScores(corpus, hypotheses, references);
    }
  }

  @Test
  void sentencesEqualSacreBleuUnderTurkishLocale() throws IOException {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      entries("hypothesis").subList(0, 60).forEach(GoldenScoresTest::assertSentence);
      assertThat(new Score("BLEU", 12.345, "s", "", null)).hasToString("BLEU|s = 12.35");
      assertThat(Smoothing.FLOOR).hasToString("floor[0.10]");
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static void assertSentence(JsonNode sentence) {
    assertScores(
        sentence,
        List.of(sentence.get("hypothesis").asText()),
        List.of(strings(sentence.get("references"))));
  }

  private static void assertScores(
      JsonNode entry, List<String> hypotheses, List<List<String>> references) {
    JsonNode scores = entry.get("scores");
    assertThat(scores.size()).isEqualTo(METRICS.size());
    METRICS.forEach(
        (name, metric) ->
            assertThat(metric.scoreAgainstAll(hypotheses, references).value())
                .as("%s of %s", name, entry)
                .isCloseTo(scores.get(name).asDouble(), within(TOLERANCE)));
  }

  private static Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (BleuTokenizer tokenizer : BleuTokenizer.values()) {
      Bleu bleu = Bleu.of(tokenizer);
      metrics.put("BLEU-" + tokenizer.label(), bleu);
      metrics.put("BLEU-" + tokenizer.label() + "-effective", bleu.withEffectiveOrder());
    }
    Bleu bleu = Bleu.of(BleuTokenizer.MTEVAL_13A);
    metrics.put("BLEU-13a-floor", bleu.withSmoothing(Smoothing.FLOOR));
    metrics.put(
        "BLEU-13a-floor-half-effective",
        bleu.withSmoothing(new Smoothing(Smoothing.Method.FLOOR, 0.5)).withEffectiveOrder());
    metrics.put("BLEU-13a-add-one", bleu.withSmoothing(Smoothing.ADD_ONE));
    metrics.put("BLEU-13a-none", bleu.withSmoothing(Smoothing.NONE));
    metrics.put("BLEU-13a-lowercase", bleu.withLowercase());
    metrics.put("chrF2", ChrF.CHRF2);
    metrics.put("chrF2++", ChrF.CHRF2_PLUS_PLUS);
    metrics.put("chrF3-lowercase-space", new ChrF(6, 0, 3, true, true));
    metrics.put("TER", Ter.STANDARD);
    metrics.put("TER-normalized", new Ter(true, false, false, false));
    metrics.put("TER-normalized-asian", new Ter(true, false, true, false));
    metrics.put("TER-nopunct", new Ter(false, true, false, false));
    metrics.put("TER-nopunct-asian", new Ter(false, true, true, false));
    metrics.put("TER-normalized-nopunct-asian-cased", new Ter(true, true, true, true));
    return metrics;
  }

  /** The lines that have a field. */
  private static List<JsonNode> entries(String field) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                GoldenScoresTest.class.getResourceAsStream("golden.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = mapper.readTree(line);
        if (entry.has(field)) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }
}
