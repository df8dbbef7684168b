package org.amts.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amts.cli.progress.Progress;
import org.amts.cli.progress.ProgressBars;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.engine.Volume;
import org.amts.sync.BookSink;
import org.amts.translate.Book;
import org.amts.translate.BookAdaptation;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentResult;
import org.amts.translate.DocumentSink;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;
import org.amts.translate.OutputOptions;
import org.amts.translate.SettingsException;
import org.amts.translate.SubPipeline;
import org.amts.translate.TargetStyles;

/**
 * Translates a book: one sub-pipeline for each target language, side by side, with a progress bar
 * each.
 */
final class TranslateBook {

  /** What is done in one language. */
  record Outcome(String language, List<DocumentResult> results, long words, double seconds) {
    long count(DocumentResult.Outcome outcome) {
      return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    double wordsPerSecond() {
      return seconds == 0 ? 0 : words / seconds;
    }
  }

  /** What would be done in one language. */
  record Plan(String language, String engine, Volume volume) {}

  private final Book book;
  private final Engines engines;
  private final OutputOptions output;
  private final ProgressBars bars;
  private final boolean adapts;
  private final BookSink sink;

  /**
   * @param adapts whether the engines adapt to the book's parallel data
   */
  TranslateBook(
      Book book, Engines engines, OutputOptions output, ProgressBars bars, boolean adapts) {
    this.book = book;
    this.engines = engines;
    this.output = output;
    this.bars = bars;
    this.adapts = adapts;
    this.sink = new BookSink(book);
  }

  /**
   * Translates what is missing.
   *
   * @param documents what to look at, by target language
   */
  List<Outcome> run(Map<String, List<BookDocument>> documents) throws IOException {
    book.makeCache();
    sink.recover();
    ExecutorService pipelines = Executors.newFixedThreadPool(Math.max(1, documents.size()));
    try {
      Map<String, Future<Outcome>> running = new LinkedHashMap<>();
      documents.forEach(
          (language, list) -> running.put(language, pipelines.submit(() -> run(language, list))));
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> pipeline : running.values()) {
        outcomes.add(pipeline.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "stopped");
    } finally {
      pipelines.shutdownNow();
    }
  }

  /**
   * Tells what {@link #run(Map)} would take, and writes nothing.
   *
   * @param documents what to look at, by target language
   * @throws SettingsException if the terminology of one cannot be read
   */
  List<Plan> plan(Map<String, List<BookDocument>> documents) {
    List<Plan> plans = new ArrayList<>();
    documents.forEach(
        (language, list) -> {
          // What would stop the run is told before it.
          BookAdaptation.of(book, new LanguagePair(book.settings().source(), language));
          TranslationEngine engine = engines.forTarget(book, language);
          SubPipeline pipeline = pipeline(language, engine);
          SubPipeline.Work work = pipeline.work(loader().load(list, language));
          Volume volume = engine.volume(pipeline.openSegments(work));
          plans.add(new Plan(language, engines.nameFor(book, language), volume));
        });
    return plans;
  }

  private Outcome run(String language, List<BookDocument> documents) throws IOException {
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    TranslationEngine engine = engines.forTarget(book, language);
    AdaptedEngine adapted;
    try {
      adapted =
          engine.adaptedTo(
              pair,
              adapts
                  ? BookExamples.adaptation(book, pair)
                  : BookAdaptation.of(book, pair).adaptation());
    } catch (EngineException | IllegalArgumentException e) {
      return failed(language, documents, "engine: " + e.getMessage());
    }
    try (adapted) {
      return run(pipeline(language, adapted), documents, () -> Learning.of(adapted, pair, bars));
    }
  }

  /** The other languages go on. */
  private Outcome failed(String language, List<BookDocument> documents, String why) {
    List<DocumentResult> results = new ArrayList<>();
    for (BookDocument document : documents) {
      results.add(
          DocumentResult.notDone(
              document, output.fileFor(document, language), DocumentResult.Outcome.FAILED, why));
    }
    return new Outcome(language, results, 0, 0);
  }

  /**
   * Runs a sub-pipeline.
   *
   * @param preparation of its engine, if there is anything to translate
   */
  private Outcome run(SubPipeline pipeline, List<BookDocument> documents, Runnable preparation)
      throws IOException {
    LanguagePair pair = pipeline.pair();
    String language = pair.target();
    List<DocumentResult> results = new ArrayList<>();
    List<LoadedDocument> loaded = loader().load(documents, language);
    long words =
        loaded.stream()
            .filter(document -> pipeline.isOpen(document.document()))
            .mapToLong(document -> DocumentStatus.wordsOf(document.source()))
            .sum();
    SubPipeline.Work work = pipeline.work(loaded);
    if (work.segments() > 0) {
      try {
        preparation.run();
      } catch (EngineException e) {
        return failed(language, documents, "engine: " + e.getMessage());
      }
    }
    long start = System.nanoTime();
    try (Progress progress = bars.start(pair.toString(), work.segments())) {
      pipeline.run(work, progress::step, results::add);
    }
    return new Outcome(language, results, words, (System.nanoTime() - start) / 1e9);
  }

  private SubPipeline pipeline(String language, TranslationEngine engine) {
    return new SubPipeline(
        new LanguagePair(book.settings().source(), language),
        engine,
        TargetStyles.of(book, language),
        output,
        output.equals(OutputOptions.BOOK) ? sink : DocumentSink.FILES);
  }

  private BookLoader loader() {
    return new BookLoader(book.settings().source());
  }
}
