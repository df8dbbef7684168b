package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that comes with AMTS: it is whole, translates, and gives the same bytes always. */
class DefaultModelTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");
  private static final EngineSettings SETTINGS = EngineSettings.DEFAULT.withThreads(2);

  /** Sentences of our own, of many lengths. */
  private static final List<Segment> SEGMENTS =
      List.of(
          Segment.of("The model reads one sentence at a time."),
          Segment.of("Install the package."),
          withCode("Call ⟦0⟧ before you load the data."),
          withCode("The function ⟦0⟧ returns a list of numbers, and each number is a probability."),
          Segment.of("You can change the settings in the configuration file."),
          Segment.of("Settings"),
          Segment.of(
              "If the server does not answer within ten seconds, the client closes the connection"
                  + " and writes a message to the log file."),
          withCode("See [the guide]⟦0⟧ for more information."),
          Segment.of("A larger data set needs more memory."),
          Segment.of("This page shows how to create a new project."));

  @Test
  void translatesIntoChineseAndBack() {
    try (LocalEngine engine = LocalEngine.open(SETTINGS)) {
      assertThat(engine.languagePairs()).contains(EN_ZH, EN_ZH.reversed());
      for (Translation answer : engine.translate(EN_ZH, SEGMENTS, done -> {})) {
        assertThat(answer.outcome()).isNotEqualTo(Translation.Outcome.FAILED);
        assertThat(answer.text().codePoints())
            .as(answer.text())
            .anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
      }
      List<Segment> chinese = List.of(Segment.of("安装软件包。"), Segment.of("更改设置。"));
      for (Translation answer : engine.translate(EN_ZH.reversed(), chinese, done -> {})) {
        assertThat(answer.text()).matches(".*[a-z]{3}.*");
      }
    }
  }

  @Test
  void translatesATextThatIsTooLongForTheModel() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      text.append("Step ").append(i).append(": open the settings, then select a project. ");
    }
    try (LocalEngine engine = LocalEngine.open(SETTINGS)) {
      Segment segment = Segment.of(text.toString().strip());
      Translation answer = engine.translate(EN_ZH, List.of(segment), done -> {}).get(0);
      assertThat(answer.outcome()).isNotEqualTo(Translation.Outcome.FAILED);
      assertThat(answer.text().split("设置", -1)).hasSizeGreaterThan(10);
      assertThat(engine.counts().sentences()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void givesTheSameBytesAloneAndTogetherOnAnyNumberOfThreads(int beam) {
    List<Segment> crowd = new ArrayList<>(SEGMENTS);
    for (int i = 0; i < 12; i++) {
      crowd.add(Segment.of("This is sentence number " + i + " of the crowd."));
    }
    EngineSettings settings = SETTINGS.withBeam(beam);
    try (LocalEngine one = LocalEngine.open(settings.withThreads(1));
        LocalEngine four = LocalEngine.open(settings.withThreads(4))) {
      List<Translation> together = four.translate(EN_ZH, crowd, done -> {});
      List<Translation> apart = new ArrayList<>();
      for (Segment segment : SEGMENTS) {
        apart.addAll(one.translate(EN_ZH, List.of(segment), done -> {}));
      }
      assertThat(together.subList(0, SEGMENTS.size())).isEqualTo(apart);
    }
  }

  /** Tokens seldom change with the last bits of a logit; so compare the bits. */
  @Test
  void theLogitsOfARowDoNotDependOnTheBatch() {
    try (Model model = Model.open(ModelFiles.of(null));
        DecoderState batch = new DecoderState(model.network());
        DecoderState alone = new DecoderState(model.network())) {
      assertThat(model.description().network().rowsAreIndependent()).isTrue();
      List<int[]> sources =
          SEGMENTS.stream()
              .map(segment -> model.codec().encode(segment.text(), "zh").orElseThrow().ids())
              .filter(ids -> Batches.paddedLength(ids.length) == 16)
              .toList();
      assertThat(sources).hasSizeGreaterThan(2);
      int vocabulary = model.description().network().vocabulary();
      batch.begin(sources, 16, 0);
      int[] tokens = new int[sources.size()];
      for (int step = 0; step < 5; step++) {
        Arrays.fill(tokens, step == 0 ? 2 : 1000 + step);
        batch.step(tokens);
      }
      for (int row = 0; row < sources.size(); row++) {
        alone.begin(List.of(sources.get(row)), 16, 0);
        for (int step = 0; step < 5; step++) {
          alone.step(new int[] {step == 0 ? 2 : 1000 + step});
        }
        float[] expected = new float[vocabulary];
        float[] found = new float[vocabulary];
        alone.logits(0, expected);
        batch.logits(row, found);
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  private static Segment withCode(String text) {
    return new Segment(text, List.of(new Placeholder(0, Placeholder.Kind.CODE, "`load`")));
  }
}
