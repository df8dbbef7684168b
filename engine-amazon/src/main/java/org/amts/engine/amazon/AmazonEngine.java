package org.amts.engine.amazon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.engine.Volume;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.translate.model.Language;

/**
 * Amazon Translate. Segments are translated in real time; many at once, and all that are adapted to
 * examples, in batch jobs. The settings are described in docs/amazon.md; credentials and region
 * come from the default chain of the SDK alone.
 */
public final class AmazonEngine implements TranslationEngine {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** Far below the limits of a job, and far more than a book has. */
  private static final int SEGMENTS_OF_A_JOB = 200_000;

  private final AmazonSettings settings;
  private final AmazonClients clients;
  private final Backoff backoff;
  private final @Nullable Path cache;
  private final Consumer<String> notes;
  private final RealTime realTime;
  private final Map<String, PaidAnswers> answers = new HashMap<>();
  private final Map<Path, PendingJobs> pendingJobs = new HashMap<>();
  private final PendingJobs forgotten = new PendingJobs(null);
  private final Limits limits;
  private @Nullable Set<LanguagePair> languagePairs;

  AmazonEngine(EngineSettings settings, AmazonClients clients, Backoff backoff, Limits limits) {
    this.settings = AmazonSettings.of(settings.properties());
    this.clients = clients;
    this.backoff = backoff;
    this.limits = limits;
    this.cache = settings.cache();
    this.notes = settings.notes();
    this.realTime = new RealTime(clients, limits);
  }

  /**
   * Opens the engine; no request is made.
   *
   * @throws EngineException if a setting is wrong
   */
  public static AmazonEngine open(EngineSettings settings) {
    return new AmazonEngine(settings, AmazonClients.usual(), Backoff.USUAL, Limits.AMAZON);
  }

  @Override
  public String identity() {
    return "amazon/translate";
  }

  /** Asks the service once. */
  @Override
  public synchronized Set<LanguagePair> languagePairs() {
    if (languagePairs == null) {
      List<String> codes =
          Failures.explained(
              "list languages",
              () ->
                  clients.translate().listLanguagesPaginator(request -> {}).stream()
                      .flatMap(page -> page.languages().stream())
                      .map(Language::languageCode)
                      .filter(code -> !code.equals("auto"))
                      .toList());
      Set<LanguagePair> pairs = new HashSet<>();
      for (String source : codes) {
        for (String target : codes) {
          if (!source.equals(target)) {
            pairs.add(new LanguagePair(source, target));
          }
        }
      }
      languagePairs = Set.copyOf(pairs);
    }
    return languagePairs;
  }

  /** A job takes minutes however small it is, so it should have all there is. */
  @Override
  public int segmentsAtATime() {
    return settings.canBatch() ? SEGMENTS_OF_A_JOB : TranslationEngine.super.segmentsAtATime();
  }

  /**
   * The characters as they are sent, with the tags of placeholders, and their cost by the price of
   * the settings, rounded up to hundredths. What was answered before is not taken off.
   */
  @Override
  public Volume volume(Collection<Segment> segments) {
    long count = 0;
    long characters = 0;
    for (Segment segment : (Iterable<Segment>) segments.stream().distinct()::iterator) {
      if (!segment.hasNoWords()) {
        String html = MarkedHtml.write(segment, MarkedHtml.Content.ORIGINAL);
        count++;
        characters += html.codePointCount(0, html.length());
      }
    }
    BigDecimal price = settings.price();
    return new Volume(
        count,
        characters,
        price == null
            ? null
            : price
                .multiply(BigDecimal.valueOf(characters))
                .divide(MILLION, 2, RoundingMode.CEILING));
  }

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    Customization customization = Customization.none(pair);
    return translator(cache)
        .translate(segments, customization, answers(cache, customization), progress);
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    return new AmazonAdaptedEngine(this, pair, adaptation);
  }

  @Override
  public void close() {
    realTime.close();
    clients.close();
  }

  AmazonSettings settings() {
    return settings;
  }

  AmazonClients clients() {
    return clients;
  }

  Backoff backoff() {
    return backoff;
  }

  Consumer<String> notes() {
    return notes;
  }

  RealTime realTime() {
    return realTime;
  }

  /** Where answers are kept: the book's cache rather than that of a set of examples. */
  @Nullable Path cacheOr(@Nullable Path other) {
    return cache == null ? other : cache;
  }

  Translator translator(@Nullable Path folder) {
    BatchJobs jobs = new BatchJobs(clients, settings, backoff, pendingJobs(folder), notes);
    return new Translator(settings, limits, realTime, jobs);
  }

  /** The one object for the records of jobs below a folder. */
  synchronized PendingJobs pendingJobs(@Nullable Path folder) {
    return folder == null
        ? forgotten
        : pendingJobs.computeIfAbsent(
            folder, path -> new PendingJobs(path.resolve("amazon").resolve("jobs")));
  }

  /** The one object for the answers of a customization. */
  synchronized PaidAnswers answers(@Nullable Path folder, Customization customization) {
    String name = customization.pair() + "-" + customization.fingerprint() + ".jsonl";
    return answers.computeIfAbsent(
        folder + "/" + name,
        path -> new PaidAnswers(folder == null ? null : folder.resolve("amazon").resolve(name)));
  }
}
