package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine promises, kept with a model that knows nothing. */
class LocalEngineTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  @TempDir private static Path folder;
  private static EngineSettings settings;

  /** Text at random: words, signs, emoji, placeholders; some of it too long for the model. */
  private static final List<Segment> SEGMENTS =
      LongStream.range(0, 120)
          .mapToObj(seed -> new RandomText(seed).segment(1 + (int) seed % 9, (int) seed % 5))
          .toList();

  @BeforeAll
  static void copy() throws IOException {
    settings = new EngineSettings(TinyModel.copyTo(folder), 2, 1);
  }

  @Test
  void isFoundByItsName() {
    try (TranslationEngine engine = EngineProvider.named("local").open(settings)) {
      assertThat(engine.identity()).startsWith("local/amts tiny-1 sha256:");
      assertThat(engine.languagePairs()).contains(EN_ZH).hasSize(3);
    }
  }

  @Test
  void keepsPlaceholdersOrFails() {
    for (int beam : new int[] {1, 3}) {
      try (LocalEngine engine = LocalEngine.open(settings.withBeam(beam))) {
        AtomicInteger done = new AtomicInteger();
        List<Translation> answers = engine.translate(EN_ZH, SEGMENTS, done::addAndGet);
        assertThat(done).hasValue(SEGMENTS.size());
        assertThat(answers).hasSameSizeAs(SEGMENTS);
        for (int i = 0; i < answers.size(); i++) {
          Segment segment = SEGMENTS.get(i);
          Translation answer = answers.get(i);
          assertThat(Placeholder.numbersIn(answer.text()))
              .as("seed %d", i)
              .containsExactlyInAnyOrderElementsOf(Placeholder.numbersIn(segment.text()));
          if (answer.outcome() == Translation.Outcome.FAILED) {
            assertThat(answer.text()).isEqualTo(segment.text());
          }
        }
        assertThat(answers)
            .extracting(Translation::outcome)
            .contains(Translation.Outcome.TRANSLATED, Translation.Outcome.RETRIED);
      }
    }
  }

  @Test
  void doesNotDependOnThreadsOrCompany() {
    try (LocalEngine one = LocalEngine.open(settings.withThreads(1));
        LocalEngine three = LocalEngine.open(settings.withThreads(3))) {
      List<Translation> together = three.translate(EN_ZH, SEGMENTS, done -> {});
      assertThat(one.translate(EN_ZH, SEGMENTS, done -> {})).isEqualTo(together);
      for (int i = 0; i < SEGMENTS.size(); i += 7) {
        assertThat(one.translate(EN_ZH, List.of(SEGMENTS.get(i)), done -> {}))
            .as("seed %d", i)
            .containsExactly(together.get(i));
      }
    }
  }

  @Test
  void translatesEqualSegmentsOnce() {
    try (LocalEngine engine = LocalEngine.open(settings)) {
      Segment segment = Segment.of("a line");
      AtomicInteger done = new AtomicInteger();
      List<Translation> answers =
          engine.translate(EN_ZH, List.of(segment, Segment.of("b"), segment), done::addAndGet);
      assertThat(answers.get(0)).isEqualTo(answers.get(2));
      assertThat(engine.counts().sentences()).isEqualTo(2);
      assertThat(done).hasValue(3);
    }
  }

  @Test
  void copiesWhatHasNoWords() {
    try (LocalEngine engine = LocalEngine.open(settings)) {
      Segment segment = new Segment("⟦0⟧: 3.14", List.of(code(0)));
      assertThat(engine.translate(EN_ZH, List.of(segment), done -> {}))
          .containsExactly(new Translation("⟦0⟧: 3.14", Translation.Outcome.COPIED));
      assertThat(engine.translate(EN_ZH, List.of(), done -> {})).isEmpty();
    }
  }

  @Test
  void cutsALongTextIntoParts() {
    try (LocalEngine engine = LocalEngine.open(settings)) {
      Segment longOne = Segment.of("a small model reads a line, ".repeat(12) + "it is quick.");
      Segment hopeless = Segment.of("x".repeat(500));
      List<Translation> answers = engine.translate(EN_ZH, List.of(longOne, hopeless), done -> {});
      assertThat(engine.counts().sentences()).isGreaterThan(4);
      assertThat(answers.get(1))
          .isEqualTo(new Translation(hopeless.text(), Translation.Outcome.FAILED));
    }
  }

  @Test
  void refusesAPairThatTheModelDoesNotKnow() {
    try (LocalEngine engine = LocalEngine.open(settings)) {
      assertThatThrownBy(
              () -> engine.translate(new LanguagePair("es", "zh"), List.of(), done -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("es-zh");
    }
  }

  private static Placeholder code(int number) {
    return new Placeholder(number, Placeholder.Kind.CODE, "`x`");
  }
}
