package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.amts.align.Alignment;
import org.amts.cli.EvaluationRun.Compared;
import org.amts.cli.EvaluationRun.Pair;
import org.amts.cli.progress.Progress;
import org.amts.cli.progress.ProgressBars;
import org.amts.cli.report.DocumentCounts;
import org.amts.cli.report.DocumentScore;
import org.amts.cli.report.PairReport;
import org.amts.cli.report.Sample;
import org.amts.corpus.Granularity;
import org.amts.document.Diagnostic;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.Book;
import org.amts.translate.BookAdaptation;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.Examples;
import org.amts.translate.TargetStyle;
import org.amts.translate.TargetStyles;
import org.jspecify.annotations.Nullable;

/** Evaluates an engine on documents of a book that have human translations. */
final class BookEvaluation {

  /** So many aligned segments of each document are shown side by side. */
  private static final int SAMPLES_PER_DOCUMENT = 6;

  private final Book book;
  private final Engines engines;
  private final ProgressBars bars;
  private final Map<String, List<Compared>> compared = new LinkedHashMap<>();
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
   * @param granularities of the parallel data that the engine is adapted to, one run each
   * @return one report for each direction; none if no chosen document has a translation by people
   */
  List<PairReport> run(
      String language, List<Path> files, boolean bothDirections, List<Granularity> granularities)
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
    Map<Granularity, PreparedData> data = new EnumMap<>(Granularity.class);
    for (Granularity granularity : granularities) {
      data.put(granularity, PreparedData.of(book, language, granularity, all));
    }
    reports.add(evaluate(pair, language, statuses, StatusSummary.of(all), data));
    if (bothDirections) {
      reports.add(evaluate(pair.reversed(), language, statuses, StatusSummary.of(all), data));
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
      Map<Granularity, PreparedData> data) {
    TranslationEngine engine = engines.forTarget(book, language);
    engineIdentity = engine.identity();
    boolean forward = pair.target().equals(language);
    List<EvaluationRun.Document> evaluated = new ArrayList<>();
    long words = 0;
    long segments = 0;
    for (DocumentStatus status : statuses) {
      SegmentedDocument source = side(status, forward);
      Alignment alignment = Objects.requireNonNull(status.alignment());
      evaluated.add(
          new EvaluationRun.Document(
              source, side(status, !forward), forward ? alignment : alignment.reversed()));
      segments += source.segments().size();
      words += DocumentStatus.wordsOf(source);
    }
    TargetStyle style =
        forward ? TargetStyles.of(book, language) : TargetStyle.usual(pair.target());
    Adaptation settings = BookAdaptation.of(book, pair).adaptation();
    List<Compared> documents;
    long start = System.nanoTime();
    try (AdaptedEngine unadapted = engine.adaptedTo(pair, settings);
        Progress progress = bars.start(pair + " evaluate", segments)) {
      documents = new EvaluationRun(pair, unadapted, style).compare(evaluated, progress::step);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    compared.put(pair.toString(), documents);
    Map<String, List<Compared>> adapted = new LinkedHashMap<>();
    for (Map.Entry<Granularity, PreparedData> entry : data.entrySet()) {
      String to = entry.getKey().name().toLowerCase(Locale.ROOT) + "s";
      Adaptation adaptation =
          settings
              .withExamples(examples(entry.getValue(), forward))
              .withLearnt(BookExamples.learnt(book, true));
      try (AdaptedEngine adaptedEngine = engine.adaptedTo(pair, adaptation)) {
        Learning.of(adaptedEngine, pair, bars);
        try (Progress progress = bars.start(pair + " adapted to " + to, segments)) {
          adapted.put(
              to, new EvaluationRun(pair, adaptedEngine, style).compare(evaluated, progress::step));
        }
      }
      compared.put(pair + " adapted to " + to, Objects.requireNonNull(adapted.get(to)));
    }
    DocumentScores measure = new DocumentScores(pair.target());
    List<DocumentScore> scores = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Map<String, List<Compared>> own = new LinkedHashMap<>();
      for (Map.Entry<String, List<Compared>> entry : adapted.entrySet()) {
        own.put(entry.getKey(), List.of(entry.getValue().get(i)));
      }
      Compared document = documents.get(i);
      scores.add(measure.of(document.name(), List.of(document), own));
    }
    return new PairReport(
        pair,
        new DocumentCounts(
            (int) summary.count(DocumentStatus.State.TRANSLATED),
            (int) summary.count(DocumentStatus.State.STALE),
            (int) summary.count(DocumentStatus.State.MISSING),
            (int) summary.count(DocumentStatus.State.UNREADABLE)),
        segments,
        words,
        data.isEmpty() ? null : data.values().iterator().next().figures(),
        scores,
        measure.of("all", documents, adapted),
        samples(documents, adapted.isEmpty() ? null : adapted.values().iterator().next()),
        diagnostics(statuses),
        seconds,
        words / seconds);
  }

  private static List<Example> examples(PreparedData data, boolean forward) {
    return Examples.of(data.kept().pairs()).stream()
        .map(example -> forward ? example : example.reversed())
        .toList();
  }

  private static SegmentedDocument side(DocumentStatus status, boolean source) {
    return source
        ? status.loaded().source()
        : Objects.requireNonNull(status.loaded().translation());
  }

  /** Segments spread evenly over each document, the same in every run. */
  private static List<Sample> samples(List<Compared> documents, @Nullable List<Compared> adapted) {
    List<Sample> samples = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      Compared document = documents.get(d);
      int count = Math.min(SAMPLES_PER_DOCUMENT, document.pairs().size());
      for (int i = 0; i < count; i++) {
        int index = i * document.pairs().size() / count;
        Pair plain = document.pairs().get(index);
        Pair other = adapted == null ? null : adapted.get(d).pairs().get(index);
        Pair pair = other == null ? plain : other;
        samples.add(
            new Sample(
                pair.source(),
                plain.hypothesis(),
                other == null ? null : other.hypothesis(),
                pair.reference(),
                document.name(),
                pair.line(),
                switch (pair.outcome()) {
                  case MATCHED -> "a person's translation of an equal segment";
                  case ADAPTED, TRANSLATED, COPIED -> "";
                  case RETRIED -> "taken from a second try";
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
      for (Map.Entry<String, List<Compared>> entry : compared.entrySet()) {
        for (Compared document : entry.getValue()) {
          for (Pair pair : document.pairs()) {
            ObjectNode node =
                mapper
                    .createObjectNode()
                    .put("run", entry.getKey())
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
