package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.translate.Book;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts train}: the engines learn from the parallel data before there is work for them. */
@Command(
    name = "train",
    description =
        "Lets the engines learn from the book's parallel data now, which else happens when there is something to"
            + " translate.",
    footer = {
      "",
      "What is learnt is kept in .amts and serves until a tenth of the pairs has changed. An engine that does not learn, or has"
          + " too few pairs for it, adapts each sentence to the pairs that are like it.",
      "",
      "Examples:",
      "  amts train",
      "  amts train -l zh --dry-run"
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(names = "--dry-run", description = "Tell how many pairs there are to learn from.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table = new Table("language", "engine", "pairs", "learnt", "seconds");
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      for (String language : options.languages(book)) {
        String engine = engines.nameFor(book, language);
        LanguagePair pair = new LanguagePair(book.settings().source(), language);
        int pairs = BookExamples.examples(book, pair).size();
        if (pairs == 0) {
          amts.note(language + ": no parallel data; see \"amts prepare\"");
        }
        long start = System.nanoTime();
        boolean learnt = pairs > 0 && !dryRun && learns(engines, book, pair);
        double seconds = (System.nanoTime() - start) / 1e9;
        all.addObject()
            .put("language", language)
            .put("engine", engine)
            .put("pairs", pairs)
            .put("learnt", learnt)
            .put("seconds", seconds);
        table.row(
            language,
            engine,
            String.valueOf(pairs),
            learnt ? "yes" : "no",
            String.format(Locale.ROOT, "%.1f", seconds));
      }
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return ExitCode.OK.code();
  }

  private boolean learns(Engines engines, Book book, LanguagePair pair) throws IOException {
    try (AdaptedEngine engine =
        engines
            .forTarget(book, pair.target())
            .adaptedTo(pair, BookExamples.adaptation(book, pair))) {
      return Learning.of(engine, pair, amts.progressBars());
    }
  }
}
