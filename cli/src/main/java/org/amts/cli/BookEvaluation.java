package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.cli.EvaluationRun.Compared;
import org.amts.cli.EvaluationRun.Pair;
import org.amts.cli.progress.Progress;
import org.amts.cli.progress.ProgressBars;
import org.amts.cli.report.DocumentCounts;
import org.amts.cli.report.DocumentScore;
import org.amts.cli.report.Measurement;
import org.amts.cli.report.PairReport;
import org.amts.cli.report.ParallelDataFigures;
import org.amts.cli.report.Sample;
import org.amts.cli.report.Scores;
import org.amts.corpus.Granularity;
import org.amts.document.Diagnostic;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.Bootstrap;
import org.amts.evaluate.ChrF;
import org.amts.evaluate.Metric;
import org.amts.evaluate.Score;
import org.amts.evaluate.Ter;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.TargetStyle;
import org.amts.translate.TargetStyles;

/** Evaluates an engine on documents of a book that have human translations. */
final class BookEvaluation {

  /** So many aligned segments of each document are shown side by side. */
  private static final int SAMPLES_PER_DOCUMENT = 6;

  private final Book book;
  private final Engines engines;
  private final ProgressBars bars;
  private final Map<LanguagePair, List<Compared>> compared = new LinkedHashMap<>();
  private String engineIdentity = "";

  BookEvaluation(Book book, Engines engines, ProgressBars bars) {
    this.book = book;
    this.engines = engines;
    this.bars = bars;
  }

  /** The identity of the engine that was evaluated last. */
  String engineIdentity() {
    return engineIdentity;
  }

  /**
   * Evaluates one language.
   *
   * @param files source files; empty for the documents that are held out
   * @param bothDirections whether to translate back, too
   * @return one report for each direction; none if no chosen document has a translation by people
   */
  List<PairReport> run(String language, List<Path> files, boolean bothDirections)
      throws IOException {
    Authorship authorship = Authorship.of(book);
    List<BookDocument> chosen =
        BookOptions.documents(book, language, files).stream()
            .filter(document -> !files.isEmpty() || book.isHeldOut(document.name()))
            .toList();
    // All documents are aligned, since they teach the aligner the book's words.
    List<DocumentStatus> all =
        new BookAlignment(book.settings().parallelData().minimumConfidence())
            .status(
                new BookLoader(book.settings().source()).load(book.documents(language), language));
    List<DocumentStatus> statuses =
        all.stream()
            .filter(status -> chosen.contains(status.loaded().document()))
            .filter(status -> status.loaded().translation() != null)
            .filter(status -> isByPeople(status.loaded().translation(), authorship))
            .toList();
    if (statuses.isEmpty()) {
      return List.of();
    }
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    List<PairReport> reports = new ArrayList<>();
    ParallelDataFigures parallelData =
        PreparedData.of(book, language, Granularity.SENTENCE, all).figures();
    reports.add(evaluate(pair, language, statuses, StatusSummary.of(all), parallelData));
    if (bothDirections) {
      reports.add(
          evaluate(pair.reversed(), language, statuses, StatusSummary.of(all), parallelData));
    }
    return reports;
  }

  /**
   * A translation that an engine wrote is no reference, and neither is one that it wrote most of.
   */
  private static boolean isByPeople(SegmentedDocument translation, Authorship authorship) {
    long fromEngine =
        translation.segments().stream()
            .filter(
                segment ->
                    authorship.isWrittenByEngine(
                        translation.language(), segment.segment().expanded()))
            .count();
    return fromEngine * 2 < translation.segments().size();
  }

  private PairReport evaluate(
      LanguagePair pair,
      String language,
      List<DocumentStatus> statuses,
      StatusSummary summary,
      ParallelDataFigures parallelData) {
    TranslationEngine engine = engines.forTarget(book, language);
    engineIdentity = engine.identity();
    boolean forward = pair.target().equals(language);
    EvaluationRun run =
        new EvaluationRun(
            pair,
            engine,
            forward ? TargetStyles.of(book, language, false) : TargetStyle.usual(pair.target()));
    List<EvaluationRun.Document> evaluated = new ArrayList<>();
    long words = 0;
    long segments = 0;
    for (DocumentStatus status : statuses) {
      SegmentedDocument source = side(status, forward);
      Alignment alignment = Objects.requireNonNull(status.alignment());
      evaluated.add(
          new EvaluationRun.Document(
              source, side(status, !forward), forward ? alignment : reversed(alignment)));
      segments += source.segments().size();
      words += DocumentStatus.wordsOf(source);
    }
    List<Compared> documents;
    long start = System.nanoTime();
    try (Progress progress = bars.start(pair + " evaluate", segments)) {
      documents = run.compare(evaluated, progress::step);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    compared.put(pair, documents);
    List<DocumentScore> scores = new ArrayList<>();
    for (Compared document : documents) {
      scores.add(
          score(
              pair,
              document.name(),
              document.hypotheses(),
              document.references(),
              List.of(document)));
    }
    List<Pair> pairs = documents.stream().flatMap(document -> document.pairs().stream()).toList();
    return new PairReport(
        pair,
        new DocumentCounts(
            (int) summary.count(DocumentStatus.State.TRANSLATED),
            (int) summary.count(DocumentStatus.State.STALE),
            (int) summary.count(DocumentStatus.State.MISSING),
            (int) summary.count(DocumentStatus.State.UNREADABLE)),
        segments,
        words,
        parallelData,
        scores,
        score(
            pair,
            "all",
            pairs.stream().map(Pair::hypothesis).toList(),
            pairs.stream().map(Pair::reference).toList(),
            documents),
        samples(documents),
        diagnostics(statuses),
        seconds,
        words / seconds);
  }

  private static DocumentScore score(
      LanguagePair pair,
      String name,
      List<String> hypotheses,
      List<String> references,
      List<Compared> documents) {
    Bleu bleu = Bleu.of(BleuTokenizer.forLanguage(pair.target()));
    Score whole =
        bleu.score(
            documents.stream().map(Compared::hypothesis).toList(),
            documents.stream().map(Compared::reference).toList());
    return new DocumentScore(
        name,
        hypotheses.size(),
        Measurement.exact(whole.value(), whole.signature()),
        new Scores(
            measure(bleu, hypotheses, references),
            measure(ChrF.CHRF2, hypotheses, references),
            measure(Ter.forLanguage(pair.target()), hypotheses, references)),
        null);
  }

  private static Measurement measure(
      Metric metric, List<String> hypotheses, List<String> references) {
    Score score = Bootstrap.score(metric, hypotheses, references);
    return new Measurement(
        score.value(),
        Math.min(score.value(), Objects.requireNonNull(score.confidence()).low()),
        Math.max(score.value(), score.confidence().high()),
        score.signature());
  }

  private static SegmentedDocument side(DocumentStatus status, boolean source) {
    return source
        ? status.loaded().source()
        : Objects.requireNonNull(status.loaded().translation());
  }

  private static Alignment reversed(Alignment alignment) {
    return new Alignment(
        alignment.targetSize(),
        alignment.sourceSize(),
        alignment.beads().stream()
            .map(bead -> new Bead(bead.target(), bead.source(), bead.confidence()))
            .toList());
  }

  /** Segments spread evenly over each document, the same in every run. */
  private static List<Sample> samples(List<Compared> documents) {
    List<Sample> samples = new ArrayList<>();
    for (Compared document : documents) {
      int count = Math.min(SAMPLES_PER_DOCUMENT, document.pairs().size());
      for (int i = 0; i < count; i++) {
        Pair pair = document.pairs().get(i * document.pairs().size() / count);
        samples.add(
            new Sample(
                pair.source(),
                pair.hypothesis(),
                pair.reference(),
                document.name(),
                pair.line(),
                switch (pair.outcome()) {
                  case MATCHED -> "a person's translation of an equal segment";
                  case ADAPTED, TRANSLATED, COPIED -> "";
                  case RETRIED -> "placeholders restored at the second try";
                  case FAILED -> "the engine failed on it";
                }));
      }
    }
    return samples;
  }

  private static List<Diagnostic> diagnostics(List<DocumentStatus> statuses) {
    return statuses.stream()
        .flatMap(status -> status.loaded().source().document().diagnostics().stream())
        .toList();
  }

  /** Writes every compared segment as a JSON line. */
  void writeOutputs(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Map.Entry<LanguagePair, List<Compared>> entry : compared.entrySet()) {
        for (Compared document : entry.getValue()) {
          for (Pair pair : document.pairs()) {
            ObjectNode node =
                mapper
                    .createObjectNode()
                    .put("pair", entry.getKey().toString())
                    .put("document", document.name())
                    .put("line", pair.line())
                    .put("source", pair.source())
                    .put("hypothesis", pair.hypothesis())
                    .put("reference", pair.reference())
                    .put("outcome", pair.outcome().toString());
            out.write(mapper.writeValueAsString(node) + "\n");
          }
        }
      }
    }
  }
}
