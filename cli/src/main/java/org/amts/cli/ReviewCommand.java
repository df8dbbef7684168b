package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.amts.cli.report.Review;
import org.amts.cli.report.ReviewPage;
import org.amts.engine.LanguagePair;
import org.amts.translate.Book;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts review}: which of the sentences that engines wrote to read first. */
@Command(
    name = "review",
    description =
        "Lists the sentences that engines wrote and nobody has approved in which something seems wrong: flaws that can be"
            + " seen, such as another number, and words of the source that seem lost or mistranslated. The worst come first.",
    footer = {
      "",
      "When they are read: amts approve. The embedded engine judges, whatever engine has translated.",
      "",
      "Examples:",
      "  amts review",
      "  amts review -l zh en/part1 --least 8",
      "  amts review -q --page review.html",
      "  amts review --json --least 0"
    })
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--least",
      paramLabel = "NATS",
      defaultValue = "" + ReadFirst.IN_DOUBT,
      description =
          "List sentences with a word at least so doubtful, in nats, besides those with flaws; 0 lists all (default: ${DEFAULT-VALUE}).")
  private double least = ReadFirst.IN_DOUBT;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write an HTML page to read them in, too.")
  private @Nullable Path page;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      description = "Source files or folders of the book; all by default.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    ArrayNode all = new ObjectMapper().createArrayNode();
    List<Review.Language> reviewed = new ArrayList<>();
    Table table = new Table("language", "to review", "in doubt");
    try (Engines engines = engineOptions.openEngines(amts::note)) {
      for (String language : options.languages(book)) {
        ReadFirst found =
            ReadFirst.of(
                book,
                language,
                BookOptions.documents(book, language, files),
                least,
                engines,
                amts.progressBars());
        if (!found.isJudged()) {
          amts.note(
              language
                  + ": the embedded engine does not know it; only flaws that can be seen are listed");
        }
        List<ReadFirst.Sentence> doubtful = found.doubtful();
        doubtful.forEach(each -> report(language, each, all));
        reviewed.add(found.forPage(new LanguagePair(book.settings().source(), language)));
        table.row(language, String.valueOf(found.waiting()), String.valueOf(doubtful.size()));
      }
    }
    if (page != null) {
      ReviewPage.write(
          new Review(
              String.valueOf(book.root().getFileName()),
              LocalDate.now(ZoneId.systemDefault()),
              reviewed),
          page);
      amts.note("wrote " + page);
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return ExitCode.OK.code();
  }

  private void report(String language, ReadFirst.Sentence each, ArrayNode all) {
    LockedTexts.Texts texts = each.texts();
    ObjectNode sentence =
        all.addObject()
            .put("language", language)
            .put("translation", each.file())
            .put("line", texts.line());
    ArrayNode flaws = sentence.putArray("flaws");
    each.flaws().forEach(flaws::add);
    each.doubt()
        .ifPresent(doubt -> sentence.put("word", doubt.word()).put("surprise", doubt.surprise()));
    sentence.put("source", texts.source()).put("target", texts.target());
    if (!json) {
      amts.console().out().println(each.heading());
      amts.console().out().println("  " + texts.source());
      amts.console().out().println("  " + texts.target());
    }
  }
}
