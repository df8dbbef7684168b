package org.amts.engine.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.engine.Translation.Outcome;
import org.amts.segment.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adaptation with parallel data and terminology, against a service in this process. */
class AdaptedEngineTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  private static final Adaptation GREETING =
      Adaptation.NONE.withExamples(List.of(Example.of("How are you?", "你好吗？")));

  private final FakeAmazon amazon = new FakeAmazon();
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path cache;

  @AfterEach
  void stop() {
    amazon.close();
  }

  private EngineSettings settings(Map<String, String> more) {
    return FakeAmazon.settings(more).withCache(cache).withNotes(notes::add);
  }

  private static List<Translation> translate(AdaptedEngine engine, String... texts) {
    return engine.translate(EN_ZH, List.of(texts).stream().map(Segment::of).toList(), done -> {});
  }

  @Test
  void examplesAreParallelDataOfAJob() {
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThat(translate(adapted, "How are you?", "Fine."))
          .containsExactly(
              new Translation("你好吗？", Outcome.ADAPTED),
              new Translation("zh:Fine.", Outcome.ADAPTED));
      assertThat(amazon.parallelData.keySet())
          .singleElement()
          .asString()
          .matches("amts-en-zh-[0-9a-f]{8}");
      assertThat(amazon.bodies.get("StartTextTranslationJob").path("ParallelDataNames")).hasSize(1);
    }
    assertThat(amazon.parallelData).isEmpty();
    assertThat(amazon.objects).isEmpty();
    assertThat(notes).anyMatch(note -> note.contains("1 records imported, 0 skipped, 0 failed"));
  }

  @Test
  void whatIsLearntIsOneUpdateBeforeTheNextTranslation() {
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      translate(adapted, "How are you?");
      adapted.learn(List.of(Example.of("Fine.", "很好。")));
      adapted.learn(List.of(Example.of("Bye.", "再见。")));
      adapted.learn(List.of(Example.of("How are you?", "您好吗？")));
      assertThat(amazon.count("UpdateParallelData")).isZero();
      assertThat(translate(adapted, "How are you?", "Fine.", "Bye."))
          .extracting(Translation::text)
          .containsExactly("您好吗？", "很好。", "再见。");
      assertThat(amazon.count("CreateParallelData")).isEqualTo(1);
      assertThat(amazon.count("UpdateParallelData")).isEqualTo(1);
    }
  }

  @Test
  void parallelDataThatIsThereAlreadyIsNotImportedAgain() {
    for (int run = 0; run < 2; run++) {
      try (AmazonEngine engine = amazon.engine(settings(Map.of("keep", "true")));
          AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
        translate(adapted, "Run " + run);
      }
    }
    assertThat(amazon.count("CreateParallelData")).isEqualTo(1);
    assertThat(amazon.count("UpdateParallelData")).isZero();
    assertThat(amazon.parallelData).hasSize(1);
  }

  @Test
  void anImportWaitsWhileTheServiceIsBusyWithOthers() {
    amazon.failNext(
        "CreateParallelData",
        "LimitExceededException",
        "ConcurrentModificationException",
        "TooManyRequestsException");
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThat(translate(adapted, "Fine.")).hasSize(1);
    }
  }

  @Test
  void skippedRecordsAreShown() {
    Adaptation adaptation =
        GREETING.withExamples(
            List.of(
                Example.of("skip me", "跳过"),
                Example.of("= 1", "等于 1"),
                Example.of("long", "长".repeat(400))));
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, adaptation)) {
      translate(adapted, "Fine.");
    }
    assertThat(notes)
        .anyMatch(note -> note.contains("2 pairs that the service does not take were left out"))
        .anyMatch(note -> note.contains("1 skipped"))
        .anyMatch(note -> note.contains("Number 2 record: empty target"));
  }

  @Test
  void anImportThatFailsSaysWhy() {
    amazon.importEnd = "FAILED";
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThatThrownBy(() -> translate(adapted, "Fine."))
          .isInstanceOf(EngineException.class)
          .hasMessageContainingAll("cannot be imported", "no records");
    }
  }

  @Test
  void parallelDataNeedABucket() {
    try (AmazonEngine engine = amazon.engine(EngineSettings.DEFAULT)) {
      assertThatThrownBy(() -> engine.adaptedTo(EN_ZH, GREETING))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("\"bucket\"");
    }
  }

  @Test
  void termsFormalityAndBrevityWorkInRealTimeAndNeedNoBucket() {
    Adaptation adaptation =
        Adaptation.NONE
            .withTerminology(List.of(new TermEntry("loss", "损失")))
            .withFormality(Formality.INFORMAL)
            .withBrevity(true);
    try (AmazonEngine engine = amazon.engine(EngineSettings.DEFAULT);
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, adaptation)) {
      assertThat(translate(adapted, "The loss."))
          .containsExactly(new Translation("zh:The loss.", Outcome.TRANSLATED));
      var request = amazon.bodies.get("TranslateText");
      assertThat(request.path("TerminologyNames")).hasSize(1);
      assertThat(request.path("Settings").path("Formality").asText()).isEqualTo("INFORMAL");
      assertThat(request.path("Settings").path("Brevity").asText()).isEqualTo("ON");
      assertThat(amazon.terminologies).hasSize(1);
    }
    assertThat(amazon.terminologies).isEmpty();
  }

  @Test
  void aRevisionIsTranslatedWithTheOldPairInTheParallelData() {
    Example before = Example.of("It is fast.", "它很快。");
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThat(
              adapted.revise(
                  List.of(new Revision(before, Segment.of("It is very fast."))), done -> {}))
          .containsExactly(new Translation("zh:It is very fast.", Outcome.ADAPTED));
      assertThat(amazon.parallelData.values().iterator().next().path("Pairs").asText())
          .isEqualTo("en,zh\nHow are you?,你好吗？\nIt is fast.,它很快。\n");
      assertThat(amazon.count("CreateParallelData")).isEqualTo(1);
    }
  }

  @Test
  void withoutABucketARevisionIsATranslationInRealTime() {
    Revision revision =
        new Revision(Example.of("It is fast.", "它很快。"), Segment.of("It is very fast."));
    try (AmazonEngine engine = amazon.engine(EngineSettings.DEFAULT);
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, Adaptation.NONE)) {
      assertThat(adapted.revise(List.of(revision), done -> {}))
          .containsExactly(new Translation("zh:It is very fast.", Outcome.TRANSLATED));
    }
  }

  @Test
  void aRunThatIsKilledAfterItsRevisionsFindsItsJobs() {
    Revision revision =
        new Revision(Example.of("It is fast.", "它很快。"), Segment.of("It is very fast."));
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      adapted.revise(List.of(revision), done -> {});
      amazon.failNext("DescribeTextTranslationJob", "AccessDeniedException");
      assertThatThrownBy(() -> translate(adapted, "Fine.")).isInstanceOf(EngineException.class);
    }
    // The next run has the revision already, and goes on with the rest.
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThat(translate(adapted, "Fine.")).hasSize(1);
    }
    assertThat(amazon.charged).containsExactly("It is very fast.", "Fine.");
  }

  @Test
  void theIdentityFollowsFromWhatItIsAdaptedTo() {
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine one = engine.adaptedTo(EN_ZH, GREETING);
        AdaptedEngine same = engine.adaptedTo(EN_ZH, GREETING);
        AdaptedEngine formal = engine.adaptedTo(EN_ZH, GREETING.withFormality(Formality.FORMAL))) {
      assertThat(one.identity()).isEqualTo(same.identity()).isNotEqualTo(formal.identity());
      one.learn(List.of(Example.of("Fine.", "很好。")));
      assertThat(one.identity()).isNotEqualTo(same.identity());
      assertThat(amazon.requests).isEmpty();
    }
  }

  @Test
  void anExplanationTellsBothTranslationsAndTheTermsThatWereApplied() {
    Adaptation adaptation = GREETING.withTerminology(List.of(new TermEntry("loss", "损失")));
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, adaptation)) {
      Explanation explanation = adapted.explain(Segment.of("How are you?"));
      assertThat(explanation.adapted().text()).isEqualTo("你好吗？");
      assertThat(explanation.unadapted().text()).isEqualTo("zh:How are you?");
      assertThat(explanation.terms()).containsExactly(new TermEntry("loss", "损失"));
      assertThat(explanation.matches()).isEmpty();
    }
  }

  @Test
  void whatAJobThatGoesOnMayNeedIsNotDeleted() {
    amazon.failNext("DescribeTextTranslationJob", "AccessDeniedException");
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThatThrownBy(() -> translate(adapted, "How are you?"))
          .isInstanceOf(EngineException.class);
    }
    assertThat(amazon.parallelData).hasSize(1);
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThat(translate(adapted, "How are you?"))
          .containsExactly(new Translation("你好吗？", Outcome.ADAPTED));
    }
    assertThat(amazon.jobs).hasSize(1);
    assertThat(amazon.charged).hasSize(1);
    assertThat(amazon.parallelData).isEmpty();
    assertThat(amazon.objects).isEmpty();
  }

  @Test
  void anotherPairIsACallersMistake() {
    try (AmazonEngine engine = amazon.engine(settings(Map.of()));
        AdaptedEngine adapted = engine.adaptedTo(EN_ZH, GREETING)) {
      assertThatThrownBy(() -> adapted.translate(EN_ZH.reversed(), List.of(), done -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
