package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts status}: how far each translation is. */
@Command(
    name = "status",
    description = "Tells how much of the book is translated, stale or missing in each language.",
    footer = {
      "",
      "Examples:",
      "  amts status",
      "  amts status --documents -l zh",
      "  amts status --json"
    })
final class StatusCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Option(names = "--documents", description = "List the documents that need work, too.")
  private boolean listDocuments;

  @Option(
      names = "--check",
      description = "End with exit code 4 if a translation is stale or missing.")
  private boolean check;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "Only these source files or folders.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table =
        new Table(
            "language",
            "documents",
            "translated",
            "stale",
            "missing",
            "segments",
            "done",
            "words to do",
            "estimated time");
    Table work = new Table("document", "language", "state", "segments", "words to do");
    boolean complete = true;
    for (String language : options.languages(book)) {
      List<LoadedDocument> loaded =
          new BookLoader(book.settings().source())
              .load(BookOptions.documents(book, language, files), language);
      double confidence = book.settings().parallelData().minimumConfidence();
      List<DocumentStatus> statuses = new BookAlignment(confidence).status(loaded);
      loaded.forEach(document -> amts.console().report(document.source().document().diagnostics()));
      StatusSummary summary = StatusSummary.of(statuses);
      complete &= summary.isComplete();
      all.add(summary.toJson(language));
      table.row(
          language,
          String.valueOf(summary.documents()),
          String.valueOf(summary.count(DocumentStatus.State.TRANSLATED)),
          String.valueOf(summary.count(DocumentStatus.State.STALE)),
          String.valueOf(summary.count(DocumentStatus.State.MISSING)),
          String.valueOf(summary.segments()),
          String.format(Locale.ROOT, "%.1f%%", 100 * summary.share()),
          String.valueOf(summary.wordsToDo()),
          summary.estimatedTime());
      for (DocumentStatus status : statuses) {
        if (status.state() != DocumentStatus.State.TRANSLATED) {
          work.row(
              status.loaded().document().name(),
              language,
              status.state().name().toLowerCase(Locale.ROOT),
              status.translatedSegments() + "/" + status.segments(),
              String.valueOf(status.untranslatedWords()));
        }
      }
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
      if (listDocuments) {
        amts.console().out().println();
        work.lines().forEach(amts.console().out()::println);
      }
    }
    return (check && !complete ? ExitCode.STALE : ExitCode.OK).code();
  }
}
