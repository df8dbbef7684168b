package org.amts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.amts.engine.EngineException;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

class FakeEngineTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  @Test
  void isFoundByItsName() {
    try (TranslationEngine engine = EngineProvider.named("fake").open(EngineSettings.DEFAULT)) {
      assertThat(engine.translate(EN_ZH, List.of(Segment.of("Hello.")), done -> {}))
          .containsExactly(new Translation("ZH:Hello.", Translation.Outcome.TRANSLATED));
    }
    assertThatThrownBy(() -> EngineProvider.named("other"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("known engines: fake");
  }

  @Test
  void failsWhereItIsTold() {
    FakeEngine engine = new FakeEngine(segment -> segment.text().contains("bad"));
    List<Segment> segments = List.of(Segment.of("good"), Segment.of("bad"), Segment.of("1"));
    assertThat(engine.translate(EN_ZH, segments, done -> {}))
        .extracting(Translation::outcome)
        .containsExactly(
            Translation.Outcome.TRANSLATED, Translation.Outcome.FAILED, Translation.Outcome.COPIED);
    assertThat(engine.asked()).isEqualTo(segments);
  }

  @Test
  void randomTextIsTheSameForTheSameSeed() {
    assertThat(new RandomText(5).segment(4, 3)).isEqualTo(new RandomText(5).segment(4, 3));
    assertThat(new RandomText(5).text(9)).isNotEqualTo(new RandomText(6).text(9));
  }
}
