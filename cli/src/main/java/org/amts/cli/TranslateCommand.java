package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.engine.Volume;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.DocumentResult;
import org.amts.translate.OutputOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts translate}: the documents of a book, or lines of standard input. */
@Command(
    name = "translate",
    description =
        "Translates the documents of a book that have no translation yet, in all target languages side by side; or with -"
            + " standard input, a segment a line.",
    footer = {
      "",
      "What is written is not translated again: a run that was stopped goes on where it was. Documents that have a",
      "translation are the business of amts sync.",
      "",
      "Examples:",
      "  amts translate",
      "  amts translate -l zh en/chapter1",
      "  amts translate --output build --amazon-names",
      "  amts translate --dry-run --engine amazon --engine-setting price=15",
      "  echo 'Read the `README` first.' | amts translate - -f en -t es",
      "  amts translate - -f en -t zh --parallel-data pairs.csv < sentences.en > sentences.zh"
    })
final class TranslateCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Mixin private AdaptationOptions adaptationOptions;

  @Parameters(
      paramLabel = "FILE",
      description = "Source files or folders of the book; all by default. - is standard input.")
  private List<Path> files = List.of();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANGUAGE",
      description = "Language of standard input, for example en.")
  private @Nullable String from;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      description = "Language of standard output, for example zh.")
  private @Nullable String to;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Write below this folder instead of into the book.")
  private @Nullable Path output;

  @Option(
      names = "--no-adaptation",
      description = "Do not adapt to the book's parallel data, which amts prepare writes.")
  private boolean noAdaptation;

  @Option(
      names = "--amazon-names",
      description = "Name files as Amazon Translate's batch jobs do: zh.intro.md.")
  private boolean amazonNames;

  @Option(
      names = {"-n", "--dry-run"},
      description =
          "Write nothing and ask no service: print the volume, and its cost where the engine has a price.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    boolean standardInput = files.contains(Path.of(InputFiles.STANDARD_INPUT));
    if (standardInput != (from != null && to != null) || (standardInput && files.size() > 1)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "standard input is translated with: amts translate - -f LANGUAGE -t LANGUAGE");
    }
    if (!standardInput && adaptationOptions.isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "what a book is adapted to stands in its settings; these options are for standard input");
    }
    if (standardInput && dryRun) {
      throw new CommandFailure(ExitCode.USAGE, "--dry-run is for the documents of a book");
    }
    if (standardInput) {
      try (TranslationEngine engine = engineOptions.open(amts::note)) {
        LanguagePair pair = TranslateText.pair(engine, from, to);
        if (!adaptationOptions.isPresent()) {
          return TranslateText.run(engine, pair, amts.console()).code();
        }
        try (AdaptedEngine adapted = adaptationOptions.adapt(engine, pair, amts.console())) {
          return TranslateText.run(adapted, pair, amts.console()).code();
        }
      }
    }
    Book book = options.open();
    Map<String, List<BookDocument>> documents = new LinkedHashMap<>();
    for (String language : options.languages(book)) {
      documents.put(language, BookOptions.documents(book, language, files));
    }
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      TranslateBook run =
          new TranslateBook(
              book,
              engines,
              new OutputOptions(output, amazonNames),
              amts.progressBars(),
              !noAdaptation);
      return dryRun ? print(run.plan(documents)) : report(run.run(documents));
    }
  }

  private int print(List<TranslateBook.Plan> plans) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table = new Table("language", "engine", "segments", "characters", "cost");
    for (TranslateBook.Plan plan : plans) {
      Volume volume = plan.volume();
      all.addObject()
          .put("language", plan.language())
          .put("engine", plan.engine())
          .put("segments", volume.segments())
          .put("characters", volume.characters())
          .put("cost", volume.cost());
      table.row(
          plan.language(),
          plan.engine(),
          String.valueOf(volume.segments()),
          String.valueOf(volume.characters()),
          volume.cost() == null ? "-" : volume.cost().toPlainString());
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return ExitCode.OK.code();
  }

  private int report(List<TranslateBook.Outcome> outcomes) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table =
        new Table("language", "translated", "skipped", "failed", "words", "words/s", "to check");
    boolean failed = false;
    for (TranslateBook.Outcome outcome : outcomes) {
      failed |= outcome.count(DocumentResult.Outcome.FAILED) > 0;
      for (DocumentResult result : outcome.results()) {
        amts.console().report(result.diagnostics());
        result.flags().forEach(flag -> amts.note(flag.toString()));
        all.add(toJson(outcome.language(), result));
      }
      failures(outcome).forEach(amts.console().err()::println);
      table.row(
          outcome.language(),
          count(outcome, DocumentResult.Outcome.TRANSLATED),
          count(outcome, DocumentResult.Outcome.SKIPPED),
          count(outcome, DocumentResult.Outcome.FAILED),
          String.valueOf(outcome.words()),
          String.format(Locale.ROOT, "%.0f", outcome.wordsPerSecond()),
          String.valueOf(
              outcome.results().stream().mapToInt(result -> result.flags().size()).sum()));
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return (failed ? ExitCode.PARTLY_FAILED : ExitCode.OK).code();
  }

  /** A line for each reason, with the first of the documents that failed for it. */
  private static List<String> failures(TranslateBook.Outcome outcome) {
    Map<String, List<String>> documents = new LinkedHashMap<>();
    for (DocumentResult result : outcome.results()) {
      if (result.outcome() == DocumentResult.Outcome.FAILED) {
        documents
            .computeIfAbsent(result.message(), message -> new ArrayList<>())
            .add(result.document().name());
      }
    }
    List<String> lines = new ArrayList<>();
    documents.forEach(
        (message, names) ->
            lines.add(
                names.get(0)
                    + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "")
                    + ": "
                    + message));
    return lines;
  }

  private static String count(TranslateBook.Outcome outcome, DocumentResult.Outcome kind) {
    return String.valueOf(outcome.count(kind));
  }

  private static ObjectNode toJson(String language, DocumentResult result) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("language", language)
        .put("source", result.document().name())
        .put("output", result.output().toString())
        .put("outcome", result.outcome().name().toLowerCase(Locale.ROOT))
        .put("message", result.message())
        .put("segments", result.segments())
        .put("fromEngine", result.fromEngine());
    ArrayNode flags = node.putArray("flags");
    result
        .flags()
        .forEach(
            flag ->
                flags
                    .addObject()
                    .put("document", flag.document())
                    .put("line", flag.line())
                    .put("reason", flag.reason())
                    .put("text", flag.text()));
    return node;
  }
}
