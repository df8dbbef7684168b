package org.amts.engine.amazon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.amts.corpus.DroppedPair;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.translate.model.TranslateTextResponse;

/**
 * Amazon Translate adapted to examples, terms and settings. The examples become parallel data, and
 * are imported when the next segment is translated: whatever was {@linkplain #learn learnt} until
 * then is one update. Translations with parallel data are always batch jobs, which take minutes;
 * without examples, terms and formality work in real time.
 *
 * <p>What the service cannot do: it does not tell which pairs it used, so an answer counts as
 * {@link Translation.Outcome#ADAPTED} whenever there was parallel data; and it translates a revised
 * segment anew, so that words which the edit did not touch may change, though the old pair is in
 * the parallel data. Safe for use by many threads.
 */
final class AmazonAdaptedEngine implements AdaptedEngine {

  /** Longest term, in bytes of UTF-8. */
  private static final int TERM_BYTES = 200;

  private final AmazonEngine engine;
  private final LanguagePair pair;
  private final Adaptation adaptation;
  private final @Nullable Path cache;

  /** Translations by source, the later in the place of the earlier. */
  private final Map<String, String> pairs = new LinkedHashMap<>();

  /**
   * Old pairs of revised segments. They are parallel data, too, but no part of the fingerprint: a
   * run that was killed after its revisions would otherwise not find what it has paid for since.
   */
  private final Map<String, String> revised = new LinkedHashMap<>();

  private @Nullable ParallelDataResource parallelData;
  private @Nullable TerminologyResource terminology;

  /** What is at the service; null if something was learnt since. */
  private @Nullable Customization provided;

  AmazonAdaptedEngine(AmazonEngine engine, LanguagePair pair, Adaptation adaptation) {
    this.engine = engine;
    this.pair = pair;
    this.adaptation = adaptation;
    this.cache = engine.cacheOr(adaptation.cache());
    add(adaptation.examples(), pairs);
    if (!pairs.isEmpty()) {
      engine.settings().bucket(); // a mistake in the settings is told now rather than at the end
      engine.settings().role();
    }
    if (adaptation.brief() && !pairs.isEmpty()) {
      engine.notes().accept("amazon: brevity has no effect with parallel data");
    }
  }

  /** The engine's, with the fingerprint of what it is adapted to. */
  @Override
  public synchronized String identity() {
    return engine.identity() + " " + fingerprint();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(pair);
  }

  @Override
  public int segmentsAtATime() {
    return engine.segmentsAtATime();
  }

  @Override
  public List<Translation> translate(
      LanguagePair asked, List<Segment> segments, IntConsumer progress) {
    if (!asked.equals(pair)) {
      throw new IllegalArgumentException("adapted to " + pair + ", not to " + asked);
    }
    if (segments.stream().allMatch(Segment::hasNoWords)) {
      return engine.translate(pair, segments, progress);
    }
    Customization customization = provide();
    return engine
        .translator(cache)
        .translate(segments, customization, engine.answers(cache, customization), progress);
  }

  /** Remembers the examples; they are imported together when the next segment is translated. */
  @Override
  public synchronized void learn(List<Example> examples) {
    if (!examples.isEmpty()) {
      add(examples, pairs);
      provided = null;
    }
  }

  /**
   * Translates the segments as they are now, with the old pairs in the parallel data if there is a
   * bucket for them. The service has no means to keep what the edit does not touch.
   */
  @Override
  public List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    if (engine.settings().canBatch()) {
      remember(revisions.stream().map(Revision::before).toList());
    }
    return translate(pair, revisions.stream().map(Revision::after).toList(), progress);
  }

  /**
   * Translates with a batch job, and in real time without the examples. Which examples were used
   * the service does not tell; the terms are those that it says it applied.
   */
  @Override
  public Explanation explain(Segment segment) {
    Translation adapted = translate(pair, List.of(segment), done -> {}).get(0);
    Translation unadapted = engine.translate(pair, List.of(segment), done -> {}).get(0);
    return new Explanation(
        segment,
        List.of(),
        appliedTerms(segment),
        List.of(),
        OptionalDouble.empty(),
        false,
        adapted,
        unadapted);
  }

  private List<TermEntry> appliedTerms(Segment segment) {
    Customization customization = provide();
    if (customization.terminology() == null || segment.hasNoWords()) {
      return List.of();
    }
    TranslateTextResponse response =
        engine
            .realTime()
            .ask(MarkedHtml.write(segment, MarkedHtml.Content.ORIGINAL), customization);
    return response == null
        ? List.of()
        : response.appliedTerminologies().stream()
            .flatMap(applied -> applied.terms().stream())
            .map(term -> new TermEntry(term.sourceText(), term.targetText()))
            .toList();
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair other, Adaptation otherAdaptation) {
    return engine.adaptedTo(other, otherAdaptation);
  }

  /**
   * Deletes what was made at the service, unless it is to be kept or a job that goes on may need
   * it.
   */
  @Override
  public synchronized void close() {
    if (engine.settings().keep() || (provided != null && engine.pendingJobs(cache).has(provided))) {
      return;
    }
    if (parallelData != null) {
      parallelData.delete();
      parallelData = null;
    }
    if (terminology != null) {
      terminology.delete();
      terminology = null;
    }
    provided = null;
  }

  private synchronized void remember(List<Example> old) {
    Map<String, String> before = new LinkedHashMap<>(revised);
    add(old, revised);
    revised.keySet().removeIf(source -> revised.get(source).equals(pairs.get(source)));
    if (!before.equals(revised)) {
      provided = null;
    }
  }

  private static void add(Iterable<Example> examples, Map<String, String> to) {
    for (Example example : examples) {
      String source = example.source().expanded();
      to.remove(source); // the later goes to the end
      to.put(source, example.source().expand(example.target()));
    }
  }

  /** Of all that translations depend on. */
  private String fingerprint() {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(adaptation.formality().name())
            .add(String.valueOf(adaptation.brief()))
            .add(String.valueOf(adaptation.terminology().size()));
    adaptation.terminology().forEach(term -> fingerprint.add(term.source()).add(term.target()));
    pairs.forEach((source, target) -> fingerprint.add(source).add(target));
    return fingerprint.digits(16);
  }

  /** Brings parallel data and terminology to the service, if they are not there yet. */
  private synchronized Customization provide() {
    if (provided == null) {
      provideTerminology();
      provideParallelData();
      provided =
          new Customization(
              pair,
              parallelData == null ? null : parallelData.name(),
              terminology == null ? null : terminology.name(),
              adaptation.formality(),
              adaptation.brief(),
              fingerprint());
    }
    return provided;
  }

  private void provideTerminology() {
    List<ParallelPair> terms = new ArrayList<>();
    for (TermEntry term : adaptation.terminology()) {
      if (Stream.of(term.source(), term.target()).allMatch(AmazonAdaptedEngine::isTerm)) {
        terms.add(new ParallelPair(term.source(), term.target()));
      } else {
        engine
            .notes()
            .accept("amazon: a term of more than 200 bytes is left out: " + term.source());
      }
    }
    if (terms.isEmpty()) {
      return;
    }
    PairFile file = PairFile.of(pair, terms);
    tell("terminology", file.leftOut());
    terminology = new TerminologyResource(engine.clients(), name(), engine.notes());
    terminology.provide(file);
  }

  private static boolean isTerm(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= TERM_BYTES;
  }

  private void provideParallelData() {
    Map<String, String> all = new LinkedHashMap<>(pairs);
    all.putAll(revised);
    if (all.isEmpty()) {
      return;
    }
    AmazonSettings settings = engine.settings();
    PairFile file =
        PairFile.of(
            pair,
            all.entrySet().stream()
                .map(entry -> new ParallelPair(entry.getKey(), entry.getValue()))
                .toList());
    tell("parallel data", file.leftOut());
    parallelData =
        new ParallelDataResource(
            engine.clients(),
            new Bucket(engine.clients(), settings.bucket()),
            settings.prefix() + "/parallel-data",
            name(),
            engine.backoff(),
            engine.notes());
    parallelData.provide(file);
  }

  private void tell(String what, List<DroppedPair> leftOut) {
    if (!leftOut.isEmpty()) {
      engine
          .notes()
          .accept(
              "amazon: "
                  + what
                  + " "
                  + pair
                  + ": "
                  + leftOut.size()
                  + " pairs that the service does not take were left out; the first: "
                  + leftOut.get(0).detail()
                  + ": "
                  + leftOut.get(0).pair().source());
    }
  }

  /** The name of both resources: the same in each run, and another for another book's bucket. */
  private String name() {
    AmazonSettings settings = engine.settings();
    String place = settings.canBatch() ? settings.bucket() : "";
    return "amts-" + pair + "-" + Fingerprint.of(8, List.of(place, settings.prefix()));
  }
}
