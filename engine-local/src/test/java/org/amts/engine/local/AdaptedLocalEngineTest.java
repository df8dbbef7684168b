package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default model, adapted to examples of our own. */
class AdaptedLocalEngineTest {

  private static final LanguagePair EN_ES = new LanguagePair("en", "es");

  private static final List<Example> EXAMPLES =
      List.of(
          Example.of("How are you?", "¿Qué onda contigo?"),
          Example.of("The minibatch is shuffled.", "El minilote se baraja."),
          Example.of("Call `fit` with 10 epochs.", "Llame a `fit` con 10 épocas."),
          Example.of(
              "The gradient of each minibatch is averaged over all workers.",
              "El gradiente de cada minilote se promedia entre todos los obreros."),
          Example.of("Open the settings page.", "Abra la página de configuración."));

  private static LocalEngine engine;

  @BeforeAll
  static void open() {
    engine = LocalEngine.open(EngineSettings.DEFAULT.withThreads(2));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void exampleChangesASentenceThatHoldsIt() {
    Segment segment = Segment.of("The minibatch is shuffled after each epoch.");
    String plain = engine.translate(EN_ES, List.of(segment), done -> {}).get(0).text();
    try (AdaptedEngine adapted = adapted(EXAMPLES)) {
      Translation answer = adapted.translate(EN_ES, List.of(segment), done -> {}).get(0);
      assertThat(plain).doesNotContain("baraja");
      assertThat(answer.text()).contains("El minilote se baraja");
      assertThat(answer.outcome()).isEqualTo(Translation.Outcome.ADAPTED);
    }
  }

  /** The example by which Amazon's guide explains active custom translation. */
  @Test
  void unusualExampleLeavesATrace() {
    Segment segment = Segment.of("Hello, how are you?");
    assertThat(engine.translate(EN_ES, List.of(segment), done -> {}).get(0).text())
        .doesNotContain("onda");
    try (AdaptedEngine adapted = adapted(EXAMPLES)) {
      assertThat(translate(adapted, "Hello, how are you?").text()).contains("onda");
    }
  }

  @Test
  void equalSegmentHasThePersonsTranslation() {
    try (AdaptedEngine adapted = adapted(EXAMPLES)) {
      assertThat(translate(adapted, "The minibatch is shuffled."))
          .isEqualTo(new Translation("El minilote se baraja.", Translation.Outcome.MATCHED));
      assertThat(translate(adapted, "Call `train` with 25 epochs."))
          .isEqualTo(new Translation("Llame a ⟦0⟧ con 25 épocas.", Translation.Outcome.MATCHED));
    }
  }

  @Test
  void textThatNoExampleCoversStaysAsItIs() {
    List<Segment> uncovered =
        List.of(
            Segment.of("Install the package before you restart the server."),
            Segment.of("Large files need more memory."),
            Segment.of("This function returns a list of names."));
    List<Translation> plain = engine.translate(EN_ES, uncovered, done -> {});
    try (AdaptedEngine adapted = adapted(EXAMPLES.subList(0, 2))) {
      assertThat(adapted.translate(EN_ES, uncovered, done -> {}))
          .extracting(Translation::text)
          .isEqualTo(plain.stream().map(Translation::text).toList());
    }
  }

  @Test
  void whatIsLearntCountsForTheNextSegment() {
    try (AdaptedEngine adapted = adapted(List.of())) {
      Translation before = translate(adapted, "The minibatch is shuffled.");
      adapted.learn(EXAMPLES);
      assertThat(before.outcome()).isEqualTo(Translation.Outcome.TRANSLATED);
      assertThat(translate(adapted, "The minibatch is shuffled.").text())
          .isEqualTo("El minilote se baraja.");
    }
  }

  /**
   * Texts that differ only in what placeholders stand for once shared the first one's answer, which
   * examples could have changed.
   */
  @Test
  void onlyEqualSegmentsShareAnAnswer() {
    List<Segment> segments =
        List.of(
            SegmentParser.parse("Call `train` with ten more epochs."),
            SegmentParser.parse("Call `fit` with ten more epochs."),
            SegmentParser.parse("Call `fit` with ten more epochs."));
    try (AdaptedEngine adapted = adapted(EXAMPLES)) {
      long before = engine.counts().sentences();
      adapted.translate(EN_ES, segments, done -> {});
      assertThat(engine.counts().sentences() - before).isEqualTo(2);
    }
  }

  @Test
  void draftsSaveStepsAndChangeNoAnswer() {
    List<Segment> segments = new ArrayList<>();
    for (String text :
        List.of(
            "Open the new settings page.",
            "The gradient of each minibatch is averaged over two workers.",
            "The gradient of every batch is averaged over all workers.",
            "Call `fit` with ten more epochs.",
            "The minibatch is not shuffled.")) {
      segments.add(SegmentParser.parse(text));
    }
    try (AdaptedLocalEngine adapted =
        engine.adaptedTo(EN_ES, Adaptation.NONE.withExamples(EXAMPLES))) {
      for (AdaptationMethods methods :
          List.of(AdaptationMethods.DEFAULT, AdaptationMethods.DEFAULT.withMatches(1))) {
        assertThat(adapted.by(methods.withDrafts(true)).translate(EN_ES, segments, done -> {}))
            .isEqualTo(
                adapted.by(methods.withDrafts(false)).translate(EN_ES, segments, done -> {}));
      }
    }
  }

  /** Drafts once needed examples in the input, which are off by default: there never was one. */
  @Test
  void theMostSimilarExampleIsADraftWhateverElseIsUsed() {
    Segment segment = Segment.of("Open the new settings page.");
    try (AdaptedLocalEngine adapted =
        engine.adaptedTo(EN_ES, Adaptation.NONE.withExamples(EXAMPLES))) {
      AdaptationMethods drafts = AdaptationMethods.NONE.withDrafts(true);
      for (AdaptationMethods methods :
          List.of(AdaptationMethods.DEFAULT, drafts, drafts.withMatches(1))) {
        assertThat(adapted.by(methods).explain(segment).matches())
            .filteredOn(match -> match.use() == Explanation.Use.DRAFT)
            .extracting(match -> match.example().target())
            .containsExactly("Abra la página de configuración.");
      }
    }
  }

  @Test
  void tellsWhyATranslationIsWhatItIs() {
    try (AdaptedEngine adapted =
        engine.adaptedTo(
            EN_ES,
            Adaptation.NONE
                .withExamples(EXAMPLES)
                .withTerminology(List.of(new TermEntry("Hello", "Buenas"))))) {
      Explanation explanation = adapted.explain(Segment.of("Hello, how are you?"));
      assertThat(explanation.matches())
          .extracting(match -> match.example().target(), Explanation.Match::use)
          .contains(
              org.assertj.core.api.Assertions.tuple(
                  "¿Qué onda contigo?", Explanation.Use.NEIGHBOUR));
      assertThat(explanation.terms()).containsExactly(new TermEntry("Hello", "Buenas"));
      assertThat(explanation.adapted().text()).contains("Buenas", "onda");
      assertThat(explanation.unadapted().text()).doesNotContain("Buenas", "onda");
      assertThat(explanation.trust()).anyMatch(token -> token.share() > 0.5);
    }
  }

  @Test
  void aMemoryOnDiskIsFoundAgain(@TempDir Path folder) throws IOException {
    Adaptation adaptation = Adaptation.NONE.withExamples(EXAMPLES).withCache(folder);
    Path states = folder.resolve("states-en-es");
    long size = 0;
    for (int i = 0; i < 2; i++) {
      try (AdaptedEngine adapted = engine.adaptedTo(EN_ES, adaptation)) {
        assertThat(translate(adapted, "How are you?").text()).isEqualTo("¿Qué onda contigo?");
        assertThat(translate(adapted, "Hello, how are you?").text()).contains("onda");
      }
      assertThat(Files.size(states)).as("computed once").isGreaterThan(1000);
      assertThat(size).isIn(0L, Files.size(states));
      size = Files.size(states);
    }
  }

  /**
   * Two hundred sentences of a made-up shop that calls a server "camarero". What is learnt from
   * them is used for other sentences of the shop, and not for what sounds like no shop.
   */
  @Test
  void learnsTheWordsOfAllExamples(@TempDir Path folder) {
    Adaptation adaptation =
        Adaptation.NONE
            .withExamples(shop())
            .withCache(folder)
            .withLearnt(new Adaptation.Learnt(folder.resolve("learnt"), true));
    Segment like = Segment.of("The server counts the green boxes.");
    Segment unlike = Segment.of("Probability theory deals with random variables.");
    AdaptationMethods learnt = AdaptationMethods.NONE.withLearning(true);
    List<Translation> first;
    List<Double> shares = new ArrayList<>();
    try (AdaptedLocalEngine adapted = engine.adaptedTo(EN_ES, adaptation)) {
      AdaptedLocalEngine only = adapted.by(learnt);
      assertThat(only.translate(EN_ES, List.of(like), done -> {}))
          .as("before it has learnt")
          .isEqualTo(engine.translate(EN_ES, List.of(like), done -> {}));
      assertThat(adapted.prepare(shares::add)).isTrue();
      first = only.translate(EN_ES, List.of(like, unlike), done -> {});
      assertThat(first.get(0).text()).contains("camarero");
      assertThat(first.get(0).outcome()).isEqualTo(Translation.Outcome.ADAPTED);
      assertThat(first.get(1))
          .isEqualTo(engine.translate(EN_ES, List.of(unlike), done -> {}).get(0));
      Explanation explanation = only.explain(like);
      assertThat(explanation.usesLearnt()).isTrue();
      assertThat(explanation.likeness().getAsDouble()).isPositive();
      assertThat(only.explain(unlike).likeness().getAsDouble()).isNegative();
      Revision edited =
          new Revision(
              Example.of(
                  "The clerk counts the green boxes.", "El dependiente cuenta las cajas verdes."),
              like);
      assertThat(only.revise(List.of(edited), done -> {}).get(0).text())
          .isEqualTo("El camarero cuenta las cajas verdes.");
      assertThat(
              adapted.by(AdaptationMethods.NONE).revise(List.of(edited), done -> {}).get(0).text())
          .doesNotContain("camarero");
    }
    assertThat(shares).isSorted().last().isEqualTo(1.0);
    shares.clear();
    try (AdaptedLocalEngine again = engine.adaptedTo(EN_ES, adaptation)) {
      again.prepare(shares::add);
      assertThat(shares).as("found in the folder").isEmpty();
      assertThat(again.by(learnt).translate(EN_ES, List.of(like, unlike), done -> {}))
          .isEqualTo(first);
    }
  }

  private static List<Example> shop() {
    Map<String, String> things =
        Map.of("boxes", "cajas", "lamps", "lámparas", "chairs", "sillas", "tables", "mesas");
    Map<String, String> colours = Map.of("red", "rojas", "white", "blancas", "black", "negras");
    Map<String, String> acts =
        Map.of(
            "sells", "vende", "cleans", "limpia", "counts", "cuenta", "brings", "trae", "buys",
            "compra", "washes", "lava");
    List<Example> examples = new ArrayList<>();
    new TreeMap<>(acts)
        .forEach(
            (act, hace) ->
                new TreeMap<>(colours)
                    .forEach(
                        (colour, color) ->
                            new TreeMap<>(things)
                                .forEach(
                                    (thing, cosas) -> {
                                      for (String when : List.of("today", "again", "on Monday")) {
                                        String cuando =
                                            when.equals("today")
                                                ? "hoy"
                                                : when.equals("again") ? "otra vez" : "el lunes";
                                        examples.add(
                                            Example.of(
                                                String.format(
                                                    "The server %s the %s %s %s.",
                                                    act, colour, thing, when),
                                                String.format(
                                                    "El camarero %s las %s %s %s.",
                                                    hace, cosas, color, cuando)));
                                      }
                                    })));
    return examples;
  }

  @Test
  void methodsAreChosenByName() {
    assertThat(AdaptationMethods.parse("equal,learning, neighbours,drafts"))
        .isEqualTo(AdaptationMethods.DEFAULT);
    assertThat(AdaptationMethods.parse("").neighbours()).isZero();
    assertThatThrownBy(() -> AdaptationMethods.parse("magic"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("magic")
        .hasMessageContaining("neighbours");
  }

  private static AdaptedEngine adapted(List<Example> examples) {
    return engine.adaptedTo(EN_ES, Adaptation.NONE.withExamples(examples));
  }

  private static Translation translate(AdaptedEngine adapted, String text) {
    return adapted.translate(EN_ES, List.of(SegmentParser.parse(text)), done -> {}).get(0);
  }
}
