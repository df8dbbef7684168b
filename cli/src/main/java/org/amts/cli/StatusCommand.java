package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.cli.git.ChangedFiles;
import org.amts.cli.git.GitRepositories;
import org.amts.cli.git.UnknownRevisionException;
import org.amts.document.Diagnostic;
import org.amts.sync.LockFile;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.DocumentStatus;
import org.jspecify.annotations.Nullable;
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
      "  amts status --check --changed-from origin/main --format github"
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

  @Option(
      names = "--changed-from",
      paramLabel = "REF",
      description =
          "Only documents whose source or translation differs from this branch or commit.")
  private @Nullable String changedFrom;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}: GitHub's annotations for the lines that are not translated"
              + " (default: text).")
  private OutputFormat format = OutputFormat.TEXT;

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
    LockFile lock = LockFile.read(LockFile.of(book));
    List<Diagnostic> warnings = new ArrayList<>();
    for (String language : options.languages(book)) {
      LanguageStatus status = LanguageStatus.of(book, documents(book, language), language, lock);
      List<DocumentStatus> statuses = status.statuses();
      warnings.addAll(status.warnings());
      statuses.forEach(
          each -> amts.console().report(each.loaded().source().document().diagnostics()));
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
      for (DocumentStatus each : statuses) {
        if (each.state() != DocumentStatus.State.TRANSLATED) {
          work.row(
              each.loaded().document().name(),
              language,
              each.state().name().toLowerCase(Locale.ROOT),
              each.translatedSegments() + "/" + each.segments(),
              String.valueOf(each.untranslatedWords()));
        }
      }
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else if (format == OutputFormat.GITHUB) {
      Annotations annotations = Annotations.in(book.root());
      warnings.forEach(warning -> amts.console().out().println(annotations.of(warning)));
      table.lines().forEach(amts::note);
    } else {
      table.lines().forEach(amts.console().out()::println);
      if (listDocuments) {
        amts.console().out().println();
        work.lines().forEach(amts.console().out()::println);
      }
    }
    return (check && !complete ? ExitCode.STALE : ExitCode.OK).code();
  }

  private List<BookDocument> documents(Book book, String language) {
    List<BookDocument> asked = BookOptions.documents(book, language, files);
    if (changedFrom == null) {
      return asked;
    }
    try (GitRepositories repositories = new GitRepositories()) {
      ChangedFiles changed = new ChangedFiles(repositories, changedFrom);
      return asked.stream()
          .filter(
              document ->
                  changed.contains(document.source()) || changed.contains(document.translation()))
          .toList();
    } catch (UnknownRevisionException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage());
    }
  }
}
