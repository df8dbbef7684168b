package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.cli.report.AdaptedScores;
import org.amts.cli.report.DocumentScore;
import org.amts.cli.report.Measurement;
import org.amts.cli.report.PairReport;
import org.amts.cli.report.Report;
import org.amts.cli.report.ReportWriter;
import org.amts.cli.report.Scores;
import org.amts.corpus.Granularity;
import org.amts.translate.Book;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts evaluate}: how close the engine comes to people's translations. */
@Command(
    name = "evaluate",
    description =
        "Translates documents that people have translated and compares: BLEU, chrF2 and TER for each document and in"
            + " all, with signatures. Writes a report with plots and samples.",
    footer = {
      "",
      "Without FILE the documents are those held out in the settings (evaluation: held-out:).",
      "",
      "Examples:",
      "  amts evaluate",
      "  amts evaluate --both-directions -l zh en/chapter1/intro.md"
    })
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--both-directions",
      description = "Translate back into the source language, too.")
  private boolean bothDirections;

  @Option(
      names = "--granularity",
      split = ",",
      paramLabel = "sentence|paragraph",
      description =
          "Texts of the parallel data that the engine is adapted to; both, with a comma between, for a comparison"
              + " (default: sentence).")
  private List<Granularity> granularities = List.of(Granularity.SENTENCE);

  @Option(names = "--no-adaptation", description = "Evaluate the engine as it is only.")
  private boolean noAdaptation;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Where the report goes; amts-report in the book's folder by default.")
  private Path report;

  @Option(
      names = "--outputs",
      paramLabel = "FILE",
      description = "Write every compared segment as JSON lines: source, hypothesis, reference.")
  private Path outputs;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "Source files or folders of the book.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      BookEvaluation evaluation = new BookEvaluation(book, engines, amts.progressBars());
      List<PairReport> pairs = new ArrayList<>();
      for (String language : options.languages(book)) {
        pairs.addAll(
            evaluation.run(
                language, files, bothDirections, noAdaptation ? List.of() : granularities));
      }
      if (pairs.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "nothing to evaluate: name FILEs that have a translation, or hold some out in the settings");
      }
      Path folder = report == null ? book.root().resolve("amts-report") : report;
      Path page =
          ReportWriter.write(
              new Report(
                  String.valueOf(book.root().getFileName()),
                  java.time.LocalDate.now(java.time.ZoneId.systemDefault()),
                  evaluation.engineIdentity(),
                  pairs),
              folder);
      if (outputs != null) {
        evaluation.writeOutputs(outputs);
      }
      print(pairs);
      amts.note("report: " + page);
    }
    return ExitCode.OK.code();
  }

  private void print(List<PairReport> pairs) {
    if (json) {
      ArrayNode all = new ObjectMapper().createArrayNode();
      for (PairReport pair : pairs) {
        pair.scores().forEach(score -> add(all, pair, score));
        if (pair.overall() != null) {
          add(all, pair, pair.overall());
        }
      }
      amts.console().out().println(all.toPrettyString());
      return;
    }
    for (PairReport pair : pairs) {
      Table table =
          new Table(pair.pair().toString(), "segments", "BLEU (document)", "BLEU", "chrF2", "TER");
      pair.scores().forEach(score -> row(table, score));
      if (pair.overall() != null) {
        row(table, pair.overall());
      }
      table.lines().forEach(amts.console().out()::println);
      printAdapted(pair);
      if (pair.overall() != null) {
        amts.console().out().println("BLEU|" + pair.overall().scores().bleu().signature());
        amts.console().out().println("chrF2|" + pair.overall().scores().chrF().signature());
        amts.console().out().println("TER|" + pair.overall().scores().ter().signature());
      }
      amts.console().out().println();
    }
  }

  private void printAdapted(PairReport pair) {
    List<DocumentScore> rows = new ArrayList<>(pair.scores());
    if (pair.overall() != null) {
      rows.add(pair.overall());
    }
    int runs = rows.isEmpty() ? 0 : rows.get(0).adapted().size();
    for (int run = 0; run < runs; run++) {
      Table table =
          new Table(
              pair.pair() + " adapted to " + rows.get(0).adapted().get(run).to(),
              "segments",
              "BLEU (document)",
              "BLEU",
              "chrF2",
              "TER",
              "BLEU gain",
              "p");
      for (DocumentScore score : rows) {
        AdaptedScores adapted = score.adapted().get(run);
        double gain = adapted.scores().bleu().value() / score.scores().bleu().value() - 1;
        table.row(
            score.name(),
            String.valueOf(score.segments()),
            twoDecimals(adapted.wholeBleu().value()),
            twoDecimals(adapted.scores().bleu().value()),
            twoDecimals(adapted.scores().chrF().value()),
            twoDecimals(adapted.scores().ter().value()),
            String.format(Locale.ROOT, "%+.1f%%", 100 * gain),
            String.format(Locale.ROOT, "%.3f", adapted.pValue()));
      }
      amts.console().out().println();
      table.lines().forEach(amts.console().out()::println);
    }
  }

  private static void row(Table table, DocumentScore score) {
    table.row(
        score.name(),
        String.valueOf(score.segments()),
        twoDecimals(score.wholeBleu().value()),
        twoDecimals(score.scores().bleu().value()),
        twoDecimals(score.scores().chrF().value()),
        twoDecimals(score.scores().ter().value()));
  }

  private static void add(ArrayNode all, PairReport pair, DocumentScore score) {
    add(all, pair, score, "", score.wholeBleu(), score.scores());
    for (AdaptedScores adapted : score.adapted()) {
      add(all, pair, score, adapted.to(), adapted.wholeBleu(), adapted.scores())
          .put("pValue", adapted.pValue());
    }
  }

  private static ObjectNode add(
      ArrayNode all,
      PairReport pair,
      DocumentScore score,
      String adaptedTo,
      Measurement wholeBleu,
      Scores scores) {
    return all.addObject()
        .put("pair", pair.pair().toString())
        .put("document", score.name())
        .put("adaptedTo", adaptedTo)
        .put("segments", score.segments())
        .put("documentBleu", wholeBleu.value())
        .put("bleu", scores.bleu().value())
        .put("chrf2", scores.chrF().value())
        .put("ter", scores.ter().value())
        .put("bleuSignature", scores.bleu().signature())
        .put("chrf2Signature", scores.chrF().signature())
        .put("terSignature", scores.ter().signature());
  }

  private static String twoDecimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
