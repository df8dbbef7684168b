package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.engine.Adaptation;
import org.amts.engine.EngineSettings;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

/** Formality and brevity with the model that comes with AMTS. */
class SettingsTest {

  private static final LanguagePair PAIR = new LanguagePair("en", "es");
  private static final List<Segment> SEGMENTS =
      List.of(
          Segment.of("You can change the settings at any time."),
          Segment.of("Select the project, and then click the button to delete it."),
          Segment.of("If you use this option, the server does not keep the files."));

  @Test
  void theFormOfAddressIsTheOneAskedFor() {
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT.withThreads(2))) {
      assertThat(translate(engine, Adaptation.NONE.withFormality(Formality.INFORMAL)))
          .first()
          .asString()
          .contains("Puedes");
      assertThat(translate(engine, Adaptation.NONE.withFormality(Formality.FORMAL)))
          .first()
          .asString()
          .contains("Puede ");
    }
  }

  @Test
  void briefAnswersAreNotLongerAndKeepTheirTerms() {
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT.withThreads(2))) {
      List<String> usual = translate(engine, Adaptation.NONE);
      List<String> brief = translate(engine, Adaptation.NONE.withBrevity(true));
      for (int i = 0; i < usual.size(); i++) {
        assertThat(brief.get(i).length())
            .as(brief.get(i))
            .isLessThanOrEqualTo(usual.get(i).length());
      }
      Adaptation all =
          Adaptation.NONE
              .withBrevity(true)
              .withFormality(Formality.INFORMAL)
              .withTerminology(List.of(new TermEntry("button", "interruptor")));
      assertThat(translate(engine, all)).element(1).asString().contains("interruptor");
    }
  }

  private static List<String> translate(LocalEngine engine, Adaptation adaptation) {
    try (AdaptedLocalEngine adapted = engine.adaptedTo(PAIR, adaptation)) {
      return adapted.translate(PAIR, SEGMENTS, done -> {}).stream().map(Translation::text).toList();
    }
  }
}
