package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amts.cli.EvaluationRun;
import org.amts.corpus.TermTable.Directionality;
import org.amts.corpus.TerminologyReader;
import org.amts.engine.Adaptation;
import org.amts.engine.EngineSettings;
import org.amts.engine.FixedTerms;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermCheck;
import org.amts.engine.TermEntry;
import org.amts.engine.TermFinder;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.engine.local.AdaptationMethods;
import org.amts.engine.local.AdaptationMethods.Terms;
import org.amts.engine.local.AdaptedLocalEngine;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.segment.Segment;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.TargetStyle;
import org.amts.translate.Terminology;
import org.amts.translate.typography.TypographySettings;

/**
 * How often terms come out, what that does to BLEU, and what it costs, on the held-out documents of
 * a book: without terms, with terms written behind the text, with answers decoded again that lack a
 * term, and with terms hidden behind placeholders.
 *
 * <pre>{@code
 * bench/run terms SETTINGS ROOT LANGUAGE TERMS
 * }</pre>
 */
public final class TermBenchmark {

  private final LanguagePair pair;
  private final List<TermEntry> terms;
  private final List<DocumentStatus> documents;
  private final LocalEngine engine;

  private TermBenchmark(
      LanguagePair pair,
      List<TermEntry> terms,
      List<DocumentStatus> documents,
      LocalEngine engine) {
    this.pair = pair;
    this.terms = terms;
    this.documents = documents;
    this.engine = engine;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    Book book = Book.open(Path.of(arguments[0]), Path.of(arguments[1]));
    LanguagePair pair = new LanguagePair(book.settings().source(), arguments[2]);
    List<TermEntry> terms =
        Terminology.of(TerminologyReader.read(Path.of(arguments[3])), pair, Directionality.UNI)
            .orElseThrow()
            .terms();
    List<DocumentStatus> documents =
        new BookAlignment(book.settings().parallelData().minimumConfidence())
                .status(
                    new BookLoader(pair.source())
                        .load(
                            book.documents(pair.target()).stream()
                                .filter(document -> book.isHeldOut(document.name()))
                                .toList(),
                            pair.target()))
                .stream()
                .filter(status -> status.alignment() != null)
                .toList();
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      TermBenchmark benchmark = new TermBenchmark(pair, terms, documents, engine);
      Adaptation adaptation = Adaptation.NONE.withTerminology(terms);
      benchmark.print("warm-up", engine, FixedTerms.NONE);
      benchmark.print("no terms", engine, FixedTerms.NONE);
      try (AdaptedLocalEngine adapted = engine.adaptedTo(pair, adaptation)) {
        for (Terms means : Terms.values()) {
          benchmark.print(
              means.name(), adapted.by(AdaptationMethods.NONE.withTerms(means)), FixedTerms.NONE);
        }
      }
      benchmark.print("placeholders", engine, new FixedTerms(terms));
    }
  }

  private void print(String name, TranslationEngine translator, FixedTerms fixed) {
    TargetStyle style =
        new TargetStyle(fixed, TypographySettings.forLanguage(pair.target()), List.of());
    EvaluationRun run = new EvaluationRun(pair, translator, style);
    List<String> hypotheses = new ArrayList<>();
    List<String> references = new ArrayList<>();
    List<Translation> answers = new ArrayList<>();
    TermFinder finder = new TermFinder(terms);
    TermCheck check = new TermCheck(pair.target());
    int found = 0;
    int used = 0;
    long start = System.nanoTime();
    List<EvaluationRun.Document> evaluated = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (DocumentStatus status : documents) {
      evaluated.add(
          new EvaluationRun.Document(
              status.loaded().source(),
              Objects.requireNonNull(status.loaded().translation()),
              Objects.requireNonNull(status.alignment())));
      status.loaded().source().segments().forEach(segment -> segments.add(segment.segment()));
    }
    for (EvaluationRun.Compared compared : run.compare(evaluated, done -> {})) {
      hypotheses.addAll(compared.hypotheses());
      references.addAll(compared.references());
      answers.addAll(compared.answers());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (int i = 0; i < segments.size(); i++) {
      String text = segments.get(i).text();
      List<TermEntry> wanted = finder.termsIn(text);
      found += wanted.size();
      used +=
          wanted.size()
              - check.missing(wanted, fixed.insert(segments.get(i), answers.get(i).text())).size();
    }
    System.out.printf(
        Locale.ROOT,
        "%-26s %5d segments, %5d of %5d terms, %5.1f%%  BLEU %.2f  %.1f s%n",
        name,
        segments.size(),
        used,
        found,
        100.0 * used / Math.max(1, found),
        Bleu.of(BleuTokenizer.forLanguage(pair.target())).score(hypotheses, references).value(),
        seconds);
  }
}
