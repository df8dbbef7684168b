package org.amts.engine.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amts.engine.EngineException;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.Translation.Outcome;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real-time text, against a service in this process. */
class RealTimeTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  private final FakeAmazon amazon = new FakeAmazon();

  @TempDir private Path cache;

  @AfterEach
  void stop() {
    amazon.close();
  }

  private List<Translation> translate(EngineSettings settings, Segment... segments) {
    try (AmazonEngine engine = amazon.engine(settings)) {
      AtomicInteger done = new AtomicInteger();
      List<Translation> answers = engine.translate(EN_ZH, List.of(segments), done::addAndGet);
      assertThat(done).hasValue(segments.length);
      return answers;
    }
  }

  @Test
  void placeholdersAreSpansThatAreNotTranslated() {
    Segment segment = SegmentParser.parse("Use `a < b` & see [the guide](g.md).");
    assertThat(translate(EngineSettings.DEFAULT, segment))
        .containsExactly(new Translation("zh:" + segment.text(), Outcome.TRANSLATED));
    assertThat(amazon.charged)
        .containsExactly(
            "Use <span translate=\"no\" data-id=\"0\">`a &lt; b`</span> &amp; see [the guide]"
                + "<span translate=\"no\" data-id=\"1\">(g.md)</span>.");
  }

  @Test
  void equalSegmentsAreSentOnceAndThoseWithoutWordsNotAtAll() {
    List<Translation> answers =
        translate(
            EngineSettings.DEFAULT,
            Segment.of("One."),
            Segment.of("12."),
            Segment.of("One."),
            SegmentParser.parse("`x`"));
    assertThat(answers)
        .extracting(Translation::outcome)
        .containsExactly(Outcome.TRANSLATED, Outcome.COPIED, Outcome.TRANSLATED, Outcome.COPIED);
    assertThat(amazon.charged).containsExactly("One.");
  }

  @Test
  void lostMarksAreAskedForOnceMoreWithNumbers() {
    Segment segment = SegmentParser.parse("Use `x` here.");
    amazon.damage = html -> html.contains("`x`") ? "zh: no span" : html;
    assertThat(translate(EngineSettings.DEFAULT, segment))
        .containsExactly(new Translation("zh:" + segment.text(), Outcome.RETRIED));
    assertThat(amazon.charged).hasSize(2);
  }

  @Test
  void marksThatAreLostTwiceMakeTheSegmentFailAlone() {
    Segment lost = SegmentParser.parse("Use `x` here.");
    amazon.damage = html -> html.replaceAll("<span.*</span>", "");
    assertThat(translate(EngineSettings.DEFAULT, lost, Segment.of("Good.")))
        .containsExactly(
            new Translation(lost.text(), Outcome.FAILED),
            new Translation("zh:Good.", Outcome.TRANSLATED));
  }

  @Test
  void aSpanThatComesTwiceIsAFault() {
    Segment segment = SegmentParser.parse("Use `x` here.");
    amazon.damage = html -> html + html;
    assertThat(translate(EngineSettings.DEFAULT, segment))
        .extracting(Translation::outcome)
        .containsExactly(Outcome.FAILED);
  }

  @Test
  void aTextThatIsTooLongForTheServiceFailsAloneAndIsNotSent() {
    // 4,000 characters, but 12,000 bytes
    assertThat(translate(EngineSettings.DEFAULT, Segment.of("字".repeat(4000)), Segment.of("Good.")))
        .extracting(Translation::outcome)
        .containsExactly(Outcome.FAILED, Outcome.TRANSLATED);
    assertThat(amazon.charged).containsExactly("Good.");
  }

  @Test
  void throttlingIsRetried() {
    amazon.failNext(
        "TranslateText",
        "TooManyRequestsException",
        "ThrottlingException",
        "TooManyRequestsException",
        "InternalServerException",
        "TooManyRequestsException");
    assertThat(translate(EngineSettings.DEFAULT, Segment.of("One.")))
        .containsExactly(new Translation("zh:One.", Outcome.TRANSLATED));
    assertThat(amazon.count("TranslateText")).isEqualTo(6);
  }

  @Test
  void whatTheUserMustDoIsSaid() {
    amazon.failNext("TranslateText", "AccessDeniedException");
    assertThatThrownBy(() -> translate(EngineSettings.DEFAULT, Segment.of("One.")))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("cannot translate text", "AccessDenied", "docs/amazon.md");
    amazon.failNext("TranslateText", "ExpiredTokenException");
    assertThatThrownBy(() -> translate(EngineSettings.DEFAULT, Segment.of("One.")))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("ExpiredToken", "renew your credentials");
    amazon.failNext("TranslateText", "UnsupportedLanguagePairException");
    assertThatThrownBy(() -> translate(EngineSettings.DEFAULT, Segment.of("One.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("en-zh");
  }

  @Test
  void whatWasPaidForIsNotPaidForAgain() throws IOException {
    EngineSettings settings = EngineSettings.DEFAULT.withCache(cache);
    translate(settings, Segment.of("One."));
    try (Stream<Path> files = Files.walk(cache).filter(Files::isRegularFile)) {
      // a run that is killed leaves half a line
      Files.writeString(
          files.findFirst().orElseThrow(), "\n{\"segment\":\"0", StandardOpenOption.APPEND);
    }
    translate(settings, Segment.of("One."), Segment.of("Two."));
    assertThat(translate(settings, Segment.of("Two."), Segment.of("One.")))
        .containsExactly(
            new Translation("zh:Two.", Outcome.TRANSLATED),
            new Translation("zh:One.", Outcome.TRANSLATED));
    assertThat(amazon.charged).containsExactly("One.", "Two.");
  }

  @Test
  void answersKeepTheOrderOfManySegments() {
    Segment[] segments =
        IntStream.range(0, 200).mapToObj(i -> Segment.of("Number " + i)).toArray(Segment[]::new);
    List<String> expected = new ArrayList<>();
    for (Segment segment : segments) {
      expected.add("zh:" + segment.text());
    }
    assertThat(translate(EngineSettings.DEFAULT, segments))
        .extracting(Translation::text)
        .isEqualTo(expected);
  }

  @Test
  void theLanguagesAreThoseOfTheService() {
    try (AmazonEngine engine = amazon.engine(EngineSettings.DEFAULT)) {
      assertThat(engine.languagePairs())
          .hasSize(6)
          .contains(new LanguagePair("es-MX", "zh"))
          .isSameAs(engine.languagePairs());
    }
  }

  @Test
  void aDryRunCountsWhatWouldBeSentAndAsksNobody() {
    EngineSettings settings =
        EngineSettings.DEFAULT.withProperties(Map.of("price", "15", "bucket", FakeAmazon.BUCKET));
    try (var engine = EngineProvider.named("amazon").open(settings)) {
      var volume =
          engine.volume(List.of(Segment.of("One 😀."), Segment.of("One 😀."), Segment.of("1")));
      assertThat(volume.segments()).isEqualTo(1);
      assertThat(volume.characters()).isEqualTo(6);
      assertThat(volume.cost()).isEqualTo(new BigDecimal("0.01"));
    }
  }
}
