package org.amts.server.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.engine.TranslationEngine;
import org.amts.server.paralleldata.EnginePreparation;
import org.amts.server.paralleldata.ParallelDataVersion;
import org.amts.server.s3.ServiceBucket;
import org.amts.server.terminology.Terminologies;
import org.jspecify.annotations.Nullable;

/**
 * Finds the engine for what a client wants. Engines that are adapted to parallel data, terms and
 * settings are kept for the next request. Safe for use by many threads.
 */
public final class Translators implements EnginePreparation, AutoCloseable {

  /** Adapted engines that are kept; each holds the index of its parallel data. */
  private static final int MOST_KEPT = 8;

  private final TranslationEngine engine;
  private final Languages languages;
  private final Terminologies terminologies;
  private final ServiceBucket files;
  private final EngineCaches caches;
  private final GatheredCalls gathered;
  private final AdaptedEngines adapted = new AdaptedEngines(MOST_KEPT);

  /**
   * @param engine translates; it is not closed here
   * @param terminologies of the account
   * @param files where parallel data is kept
   * @param caches folder for what the engine computes from parallel data
   */
  public Translators(
      TranslationEngine engine, Terminologies terminologies, ServiceBucket files, Path caches) {
    this.engine = engine;
    this.terminologies = terminologies;
    this.files = files;
    this.caches = new EngineCaches(caches);
    gathered = new GatheredCalls(engine, Runtime.getRuntime().availableProcessors());
    languages = new Languages(engine.languagePairs());
  }

  /** What makes one adapted engine different from another. */
  private record Key(
      LanguagePair pair,
      @Nullable String parallelData,
      @Nullable String terminology,
      Formality formality,
      boolean brief) {

    /** A name for a file. */
    String name() {
      return pair
          + (terminology == null ? "" : "-" + terminology)
          + (formality == Formality.UNSPECIFIED ? "" : "-" + formality)
          + (brief ? "-brief" : "");
    }
  }

  /** The languages of the service. */
  public Languages languages() {
    return languages;
  }

  /**
   * A translator for one text or document.
   *
   * @param source language code of the text, never {@code auto}
   * @param target language code
   * @param parallelData null for none; ignored if it is of other languages
   * @param terminologyName null for none
   * @param settings null for none
   * @throws org.amts.server.protocol.ServiceException if the pair is not supported, or there is no
   *     such terminology
   */
  public Translator open(
      String source,
      String target,
      @Nullable ParallelDataVersion parallelData,
      @Nullable String terminologyName,
      @Nullable TranslationSettings settings) {
    LanguagePair pair = languages.require(source, target);
    Terminologies.@Nullable Terms terms =
        terminologyName == null ? null : terminologies.terms(terminologyName, source, target);
    Optional<ProfanityMask> mask = ProfanityMask.forLanguage(pair.target());
    TranslationSettings applied =
        settings == null ? null : settings.appliedTo(pair, mask.isPresent());
    ParallelDataVersion usable =
        parallelData != null && fits(parallelData, source, target) ? parallelData : null;
    Formality formality =
        applied == null || applied.formality() == null
            ? Formality.UNSPECIFIED
            : Formality.valueOf(applied.formality());
    boolean brief = applied != null && applied.brevity() != null;
    ProfanityMask masking = applied != null && applied.profanity() != null ? mask.get() : null;
    if (usable == null
        && (terms == null || terms.terms().isEmpty())
        && formality == Formality.UNSPECIFIED
        && !brief) {
      return new Translator(
          segments -> gathered.translate(pair, segments), () -> {}, terms, applied, masking);
    }
    Key key =
        new Key(
            pair,
            usable == null ? null : usable.version(),
            terms == null ? null : terms.version(),
            formality,
            brief);
    AdaptedEngines.Lease lease =
        adapted.acquire(
            key,
            () -> {
              AdaptedEngine made =
                  engine.adaptedTo(
                      pair,
                      new Adaptation(
                          usable == null ? List.of() : examples(usable, target),
                          terms == null ? List.<TermEntry>of() : terms.terms(),
                          formality,
                          brief,
                          usable == null ? null : caches.folder(usable.version(), key.name()),
                          usable == null ? null : caches.learnt(usable.version())));
              try {
                made.prepare(done -> {});
              } catch (EngineException e) {
                made.close();
                throw e;
              }
              return made;
            });
    return new Translator(
        segments -> lease.engine().translate(pair, segments, done -> {}),
        lease::close,
        terms,
        applied,
        masking);
  }

  /** Makes the engines for all directions of parallel data that the engine can translate. */
  @Override
  public void prepare(ParallelDataVersion parallelData) {
    for (String target : parallelData.targetLanguages()) {
      boolean supported =
          languages.pairs().stream()
              .anyMatch(
                  pair ->
                      Languages.areSame(pair.source(), parallelData.sourceLanguage())
                          && Languages.areSame(pair.target(), target));
      if (supported) {
        open(parallelData.sourceLanguage(), target, parallelData, null, null).close();
      }
    }
  }

  /** Engines that are in use are closed when that ends, and their folders go at the next start. */
  @Override
  public void forget(String version) {
    if (adapted.evict(key -> key instanceof Key known && version.equals(known.parallelData))) {
      caches.delete(version);
    }
  }

  @Override
  public void keepOnly(Set<String> versions) {
    try {
      caches.keepOnly(versions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether parallel data is of a direction. */
  public static boolean fits(ParallelDataVersion parallelData, String source, String target) {
    return Languages.areSame(parallelData.sourceLanguage(), source)
        && parallelData.targetLanguages().stream()
            .anyMatch(each -> Languages.areSame(each, target));
  }

  private Iterable<Example> examples(ParallelDataVersion parallelData, String target) {
    try (InputStream file = files.read(parallelData.fileKey())) {
      List<ParallelPair> pairs =
          ParallelDataReader.read(parallelData.fileKey(), file).data().stream()
              .filter(data -> Languages.areSame(data.targetLanguage(), target))
              .findFirst()
              .orElseThrow()
              .pairs();
      return () -> pairs.stream().map(pair -> Example.of(pair.source(), pair.target())).iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    adapted.close();
  }
}
