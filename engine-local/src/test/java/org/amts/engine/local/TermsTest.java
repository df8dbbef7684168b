package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.amts.engine.Adaptation;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermCheck;
import org.amts.engine.TermEntry;
import org.amts.engine.TermFinder;
import org.amts.engine.Translation;
import org.amts.engine.local.AdaptationMethods.Terms;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Terms with the model that comes with AMTS. */
class TermsTest {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");

  /** Translations that no model would choose by itself. */
  private static final List<TermEntry> TERMS =
      List.of(
          new TermEntry("settings", "布置"),
          new TermEntry("project", "企划"),
          new TermEntry("server", "服务机"),
          new TermEntry("list", "清册"));

  private static final List<Segment> SEGMENTS =
      List.of(
          SegmentParser.parse("Open the settings of the project."),
          SegmentParser.parse("The server returns a list of `names`, see [the page](a.md)."),
          SegmentParser.parse("This sentence has none of the terms."));

  private static LocalEngine engine;

  @BeforeAll
  static void open() {
    engine = LocalEngine.open(EngineSettings.DEFAULT.withThreads(2));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Terms.class,
      names = {"PLACED", "HIDDEN"})
  void bringsTheTermsIn(Terms means) {
    TermFinder finder = new TermFinder(TERMS);
    TermCheck check = new TermCheck("zh");
    List<Translation> answers = translate(means);
    for (int i = 0; i < answers.size(); i++) {
      Segment segment = SEGMENTS.get(i);
      String answer = answers.get(i).text();
      assertThat(check.missing(finder.termsIn(segment.text()), answer)).as(answer).isEmpty();
      List<Integer> numbers = new ArrayList<>(Placeholder.numbersIn(answer));
      numbers.sort(null);
      assertThat(numbers).isEqualTo(Placeholder.numbersIn(segment.text()));
    }
    assertThat(answers.get(2)).isEqualTo(engine.translate(PAIR, SEGMENTS, d -> {}).get(2));
    assertThat(translate(means)).isEqualTo(answers);
  }

  @Test
  void writesTermsBehindTheText() {
    try (Model model = Model.open(ModelFiles.of(null))) {
      SegmentCodec codec = model.codec();
      ModelInput input = codec.encode("Open the settings.", "zh").orElseThrow();
      TermEntry term = TERMS.get(0);
      ModelInput annotated = new TermAnnotations(codec).annotate(input, List.of(term, term));
      StringBuilder text = new StringBuilder();
      for (int id : annotated.ids()) {
        text.append(codec.vocabulary().text(id));
      }
      assertThat(text.toString().replace("▁", ""))
          .isEqualTo("<2zh>Openthesettings.<term>settings<is>布置</term></s>");
      assertThat(annotated.textPieces()).isEqualTo(input.ids().length);

      List<TermEntry> many = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        many.add(new TermEntry("term " + i, "词" + i));
      }
      assertThat(new TermAnnotations(codec).annotate(input, many).ids().length)
          .isLessThanOrEqualTo(codec.longest());
    }
  }

  private static List<Translation> translate(Terms means) {
    try (AdaptedLocalEngine adapted =
        engine.adaptedTo(PAIR, Adaptation.NONE.withTerminology(TERMS))) {
      return adapted
          .by(AdaptationMethods.NONE.withTerms(means))
          .translate(PAIR, SEGMENTS, done -> {});
    }
  }
}
