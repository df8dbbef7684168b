package org.amts.engine.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.Translation.Outcome;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batch jobs, against a service in this process. */
class BatchJobsTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  private final FakeAmazon amazon = new FakeAmazon();
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path cache;

  @AfterEach
  void stop() {
    amazon.close();
  }

  private EngineSettings settings() {
    return FakeAmazon.settings(Map.of("batch-from", "1")).withCache(cache).withNotes(notes::add);
  }

  private List<Translation> translate(EngineSettings settings, List<Segment> segments) {
    return translate(settings, Limits.AMAZON, segments);
  }

  private List<Translation> translate(
      EngineSettings settings, Limits limits, List<Segment> segments) {
    try (AmazonEngine engine = amazon.engine(settings, limits)) {
      AtomicInteger done = new AtomicInteger();
      List<Translation> answers = engine.translate(EN_ZH, segments, done::addAndGet);
      assertThat(done).hasValue(segments.size());
      return answers;
    }
  }

  private static List<Segment> segments(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> SegmentParser.parse("Number " + i + " & `x" + i + "`."))
        .toList();
  }

  private static List<Translation> expected(List<Segment> segments) {
    return segments.stream()
        .map(segment -> new Translation("zh:" + segment.text(), Outcome.TRANSLATED))
        .toList();
  }

  @Test
  void aJobTranslatesAndLeavesNothingBehind() throws IOException {
    List<Segment> segments = segments(50);
    assertThat(translate(settings(), segments)).isEqualTo(expected(segments));
    assertThat(amazon.count("StartTextTranslationJob")).isEqualTo(1);
    assertThat(amazon.count("TranslateText")).isZero();
    assertThat(amazon.objects).isEmpty();
    try (Stream<Path> records = Files.list(cache.resolve("amazon/jobs"))) {
      assertThat(records).isEmpty();
    }
    assertThat(notes).anyMatch(note -> note.contains("has begun, 1 documents"));
  }

  @Test
  void theRequestFollowsTheServicesRules() {
    translate(settings(), segments(1));
    var request = amazon.bodies.get("StartTextTranslationJob");
    assertThat(request.path("JobName").asText()).matches("amts-[0-9a-f]{40}");
    // spec: service model, shape ClientTokenString
    assertThat(request.path("ClientToken").asText()).matches("[a-zA-Z0-9-]{1,64}");
    assertThat(request.path("InputDataConfig").path("ContentType").asText()).isEqualTo("text/html");
    assertThat(request.path("InputDataConfig").path("S3Uri").asText())
        .matches("s3://test-bucket/amts/jobs/amts-[0-9a-f]{40}/input/");
    assertThat(request.path("DataAccessRoleArn").asText()).isEqualTo(FakeAmazon.ROLE);
  }

  @Test
  void filesStayIfTheyAreToBeKept() {
    translate(
        FakeAmazon.settings(Map.of("batch-from", "1", "keep", "true")).withCache(cache),
        segments(1));
    assertThat(amazon.objects.keySet())
        .anyMatch(key -> key.endsWith("/input/00000.html"))
        .anyMatch(key -> key.matches(".*/output/123456789012-TranslateText-\\w{32}/zh.00000.html"));
  }

  @Test
  void fewSegmentsAreTranslatedInRealTime() {
    EngineSettings settings = FakeAmazon.settings(Map.of("batch-from", "3"));
    translate(settings, segments(2));
    assertThat(amazon.jobs).isEmpty();
    translate(settings, segments(3));
    assertThat(amazon.jobs).hasSize(1);
  }

  @Test
  void documentsAndJobsAreCutAtTheLimits() {
    // a paragraph of these has about 100 bytes
    Limits limits = new Limits(10_000, 150, 250, 2, 100_000);
    List<Segment> segments = new ArrayList<>(segments(9));
    segments.add(Segment.of("Too long. ".repeat(20).strip()));
    List<Translation> answers = translate(settings(), limits, segments);
    assertThat(answers.subList(0, 9)).isEqualTo(expected(segments.subList(0, 9)));
    assertThat(answers.get(9).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(amazon.jobs).hasSize(3);
    assertThat(notes).filteredOn(note -> note.contains("2 documents;")).hasSize(2);
  }

  @Test
  void aDocumentThatFailsFailsAlone() {
    Limits limits = new Limits(10_000, 1000, 110, 100, 100_000);
    amazon.failingDocuments = html -> html.contains("Number 1 ");
    List<Segment> segments = segments(3);
    assertThat(translate(settings(), limits, segments))
        .extracting(Translation::outcome)
        .containsExactly(Outcome.TRANSLATED, Outcome.FAILED, Outcome.TRANSLATED);
    assertThat(notes)
        .anyMatch(note -> note.contains("ended as COMPLETED_WITH_ERROR: 1 documents"))
        .anyMatch(note -> note.contains("00001.html: cannot read this document"));
    // The next run asks for the missing one alone.
    amazon.failingDocuments = html -> false;
    amazon.charged.clear();
    assertThat(translate(settings(), limits, segments)).isEqualTo(expected(segments));
    assertThat(amazon.charged).hasSize(1);
  }

  @Test
  void aJobThatFailsSaysWhyAndIsMadeAnewByTheNextRun() {
    amazon.jobEnd = "FAILED";
    assertThatThrownBy(() -> translate(settings(), segments(2)))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("failed", "the role may not read the bucket");
    assertThat(amazon.objects).isEmpty();
    amazon.jobEnd = "";
    assertThat(translate(settings(), segments(2))).isEqualTo(expected(segments(2)));
    assertThat(amazon.jobs).hasSize(2);
  }

  @Test
  void aJobThatSomebodyStoppedGivesWhatItHas() {
    amazon.jobEnd = "STOPPED";
    Limits limits = new Limits(10_000, 1000, 110, 100, 100_000);
    amazon.failingDocuments = html -> html.contains("Number 1 ");
    assertThat(translate(settings(), limits, segments(2)))
        .extracting(Translation::outcome)
        .containsExactly(Outcome.TRANSLATED, Outcome.FAILED);
    assertThat(notes).anyMatch(note -> note.contains("ended as STOPPED: 1 documents"));
  }

  @Test
  void aRunThatIsKilledWhileItWaitsFindsItsJobAgain() {
    amazon.failNext("DescribeTextTranslationJob", "AccessDeniedException");
    assertThatThrownBy(() -> translate(settings(), segments(4)))
        .isInstanceOf(EngineException.class);
    // The next run asks for other portions: some of the old segments, and a new one.
    List<Segment> other = new ArrayList<>(segments(3));
    other.add(Segment.of("New."));
    assertThat(translate(settings(), other)).isEqualTo(expected(other));
    assertThat(notes).anyMatch(note -> note.contains("of an earlier run goes on"));
    assertThat(amazon.jobs).hasSize(2);
    assertThat(amazon.charged).hasSize(5).doesNotHaveDuplicates();
    assertThat(amazon.objects).isEmpty();
  }

  @Test
  void aRunWithoutACacheFindsItsJobByItsContent() {
    EngineSettings settings = settings().withCache(null);
    amazon.failNext("DescribeTextTranslationJob", "AccessDeniedException");
    assertThatThrownBy(() -> translate(settings, segments(4))).isInstanceOf(EngineException.class);
    assertThat(translate(settings, segments(4))).isEqualTo(expected(segments(4)));
    assertThat(amazon.jobs).hasSize(1);
    assertThat(amazon.charged).hasSize(4);
    // Its output is gone, so the same again is another job, under another token.
    assertThat(translate(settings, segments(4))).isEqualTo(expected(segments(4)));
    assertThat(amazon.jobs).hasSize(2);
  }

  @Test
  void aStartWhoseAnswerWasLostIsNotASecondJob() {
    // The service has taken the job; of its answer the client sees an error, and asks again.
    amazon.loseNextAnswer("StartTextTranslationJob");
    assertThat(translate(settings(), segments(2))).isEqualTo(expected(segments(2)));
    assertThat(amazon.count("StartTextTranslationJob")).isEqualTo(2);
    assertThat(amazon.jobs).hasSize(1);
  }

  @Test
  void aRunThatIsKilledBeforeItsJobBeginsLeavesNothing() {
    amazon.failNext("StartTextTranslationJob", "AccessDeniedException");
    assertThatThrownBy(() -> translate(settings(), segments(2)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("cannot start a job");
    assertThat(amazon.objects).isNotEmpty();
    assertThat(translate(settings(), segments(3))).isEqualTo(expected(segments(3)));
    assertThat(amazon.objects).isEmpty();
    assertThat(amazon.jobs).hasSize(1);
  }

  @Test
  void deniedAccessToTheBucketIsExplained() {
    amazon.failNext("PUT", "AccessDenied");
    assertThatThrownBy(() -> translate(settings(), segments(1)))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("cannot write s3://test-bucket/", "docs/amazon.md");
    amazon.failNext("PUT", "ExpiredToken");
    assertThatThrownBy(() -> translate(settings(), segments(1)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("renew your credentials");
  }

  @Test
  void marksLostInAJobAreAskedForInRealTime() {
    amazon.damage = html -> html.replaceAll("<span[^>]*>`[^<]*</span>", "");
    assertThat(translate(settings(), segments(2)))
        .extracting(Translation::outcome)
        .containsExactly(Outcome.RETRIED, Outcome.RETRIED);
    assertThat(amazon.count("TranslateText")).isEqualTo(2);
  }

  @Test
  void anySegmentComesBackWithItsMarksAndCharacters() {
    RandomText random = new RandomText(20261122);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      segments.add(random.segment(6, random.number(4)));
    }
    List<Translation> answers = translate(settings(), segments);
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Outcome outcome = segment.hasNoWords() ? Outcome.COPIED : Outcome.TRANSLATED;
      String text = segment.hasNoWords() ? segment.text() : ("zh:" + segment.text()).strip();
      assertThat(answers.get(i))
          .as(random + ", segment " + i)
          .isEqualTo(new Translation(text, outcome));
    }
  }
}
