package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.engine.Translation.Outcome;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every revision promises, kept with a model that knows nothing. */
class RevisionsTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");
  private static final int COUNT = 80;

  @TempDir private static Path folder;
  private static EngineSettings settings;

  @BeforeAll
  static void copy() throws IOException {
    settings = new EngineSettings(TinyModel.copyTo(folder), 2, 1);
  }

  @Test
  void withoutAnEditTheBytesStay() {
    String translation = "模型  读取 `a`，（很快） . ";
    Example before = Example.of("The model reads `a` and is fast.", translation);
    assertThat(revise(settings, List.of(new Revision(before, before.source()))))
        .containsExactly(new Translation(before.target(), Outcome.MATCHED));
  }

  @Test
  void punctuationAndLettersOfOtherCaseDoNotConcernTheTranslation() {
    assertThat(answer("The model reads, a line", "模型读取一行", "the model reads a line"))
        .isEqualTo(new Translation("模型读取一行", Outcome.MATCHED));
  }

  @Test
  void whatOnlyChangesSpansAndNumbersAndNamesNeedsNoModel() {
    assertThat(answer("See `a` and 12 lines.", "见`a`和12行。", "See `b` and 34 lines."))
        .isEqualTo(new Translation("见⟦0⟧和34行。", Outcome.MATCHED));
    assertThat(answer("We use MXNet.", "我们使用MXNet。", "We use PyTorch."))
        .isEqualTo(new Translation("我们使用PyTorch。", Outcome.MATCHED));
  }

  @Test
  void emphasisThatComesDoesNotChangeTheWords() {
    assertThat(answer("The model reads a line", "模型读取一行", "The [**model reads**] a line"))
        .isEqualTo(new Translation("模型读取一行", Outcome.MATCHED));
  }

  @Test
  void aLinkOfThePersonsOwnIsNotCut() {
    Translation answer =
        answer("[Talk](http://a.org/1)", "[讨论](http://a.org/7)", "[Talk again](http://a.org/2)");
    assertThat(answer.outcome()).isNotEqualTo(Outcome.ADAPTED);
  }

  @Test
  void copiesWhatHasNoWordsAnyMore() {
    assertThat(answer("See `a`.", "见`a`。", "`a`"))
        .isEqualTo(new Translation("⟦0⟧", Outcome.COPIED));
  }

  @Test
  void keepsPlaceholdersOrFails() {
    List<Revision> revisions = revisions();
    List<Translation> answers = revise(settings, revisions);
    assertThat(answers).hasSameSizeAs(revisions);
    for (int i = 0; i < answers.size(); i++) {
      Segment after = revisions.get(i).after();
      assertThat(Placeholder.numbersIn(answers.get(i).text()))
          .as("seed %d", i)
          .containsExactlyInAnyOrderElementsOf(Placeholder.numbersIn(after.text()));
      if (answers.get(i).outcome() == Outcome.FAILED) {
        assertThat(answers.get(i).text()).isEqualTo(after.text());
      }
    }
    assertThat(answers).extracting(Translation::outcome).contains(Outcome.ADAPTED, Outcome.RETRIED);
  }

  @Test
  void doesNotDependOnThreadsOrCompany() {
    List<Revision> revisions = revisions();
    List<Translation> together = revise(settings.withThreads(3), revisions);
    assertThat(revise(settings.withThreads(1), revisions)).isEqualTo(together);
    for (int i = 0; i < revisions.size(); i += 9) {
      assertThat(revise(settings, List.of(revisions.get(i))))
          .as("seed %d", i)
          .containsExactly(together.get(i));
    }
  }

  /** Random texts with random edits: words come and go, placeholders move and vanish. */
  private static List<Revision> revisions() {
    List<Revision> revisions = new ArrayList<>();
    for (int seed = 0; seed < COUNT; seed++) {
      RandomText random = new RandomText(seed);
      Segment before = random.segment(1 + seed % 5, seed % 4);
      Segment translation = new Segment(random.text(2), before.placeholders());
      StringBuilder target = new StringBuilder(translation.text());
      Placeholder.numbersIn(before.text())
          .forEach(number -> target.append(' ').append(Placeholder.mark(number)).append(" 模型"));
      List<String> words = new ArrayList<>(List.of(before.text().split(" ")));
      int edits = 1 + random.number(3);
      for (int i = 0; i < edits; i++) {
        int place = random.number(words.size());
        switch (random.number(3)) {
          case 0 -> words.add(place, random.text(1));
          case 1 -> words.set(place, random.text(1));
          default -> words.set(place, "");
        }
      }
      revisions.add(
          new Revision(
              new Example(before, target.toString()),
              new Segment(String.join(" ", words), before.placeholders())));
    }
    return revisions;
  }

  private static Translation answer(String before, String translation, String after) {
    return revise(
            settings,
            List.of(new Revision(Example.of(before, translation), SegmentParser.parse(after))))
        .get(0);
  }

  private static List<Translation> revise(EngineSettings settings, List<Revision> revisions) {
    AtomicInteger done = new AtomicInteger();
    try (LocalEngine engine = LocalEngine.open(settings);
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, Adaptation.NONE)) {
      List<Translation> answers = adapted.revise(revisions, done::addAndGet);
      assertThat(done).hasValue(revisions.size());
      return answers;
    }
  }
}
