package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.amts.cli.git.AlignedVersion;
import org.amts.cli.git.FrontMatterCommit;
import org.amts.cli.git.GitArchive;
import org.amts.cli.git.GitRepositories;
import org.amts.cli.progress.Progress;
import org.amts.document.AtomicFile;
import org.amts.document.Diagnostic;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.sync.Action;
import org.amts.sync.AdoptedDocument;
import org.amts.sync.DocumentPlan;
import org.amts.sync.OriginFile;
import org.amts.sync.SyncPlan;
import org.amts.sync.SyncResult;
import org.amts.sync.Synchronization;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.TargetStyles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts sync}: the source has changed, the translations follow. */
@Command(
    name = "sync",
    description =
        "Brings the translations in step with the source: what has not changed keeps its characters, whoever wrote them;"
            + " edited sentences are repaired, new ones translated, and both are marked for review in amts.lock.",
    footer = {
      "",
      "What a person has changed since the last run always stays. A run that was stopped goes on where it was.",
      "",
      "Examples:",
      "  amts sync --adopt",
      "  amts sync --dry-run --changes",
      "  amts sync -l zh",
      "  amts sync --commit --branch amts/sync --summary pull-request.md"
    })
final class SyncCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--adopt",
      description =
          "Only record in amts.lock which source the existing translations were made from; change nothing else.")
  private boolean adopt;

  @Option(
      names = "--dry-run",
      description = "Only print what would be done, how long it takes and what it costs.")
  private boolean dryRun;

  @Option(
      names = "--fill-up",
      description =
          "Also fill up translations that lack some of their source and have text that has no place in it; that text is"
              + " left out and listed. Without this option they stay as they are.")
  private boolean fillUp;

  @Option(
      names = "--commit",
      description =
          "Commit what was written, one commit for each language, with the trailer AMTS-Sync.")
  private boolean commit;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description =
          "With --commit: commit to this branch, and leave the working tree as it was. The branch is made if need be;"
              + " %%two_letters_code%% in its name stands for the language.")
  private @Nullable String branch;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write what was done as Markdown, for a pull request.")
  private @Nullable Path summaryFile;

  @Option(names = "--changes", description = "List every sentence that is not simply kept.")
  private boolean listChanges;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    List<String> languages = options.languages(book);
    if ((branch != null && !commit) || (commit && (adopt || dryRun))) {
      throw new CommandFailure(
          ExitCode.USAGE, "--branch needs --commit, and --commit needs a run that writes");
    }
    if (fillUp && adopt) {
      throw new CommandFailure(
          ExitCode.USAGE, "--adopt changes no translation; leave --fill-up out");
    }
    if (!dryRun) {
      book.makeCache();
    }
    if (adopt) {
      return adopt(book, languages).code();
    }
    ArrayNode all = new ObjectMapper().createArrayNode();
    List<String> tables = new ArrayList<>();
    SyncSummary summary = new SyncSummary();
    ExitCode code = ExitCode.OK;
    try (GitRepositories git = new GitRepositories();
        Engines engines = engineOptions.openEngines(amts::note)) {
      SyncCommits commits = commit ? new SyncCommits(book, languages, git, branch) : null;
      for (String language : languages) {
        Synchronization sync = synchronization(book, language, git);
        if (!dryRun) {
          sync.recover()
              .forEach(name -> amts.note(name + ": left as it is: changed after a stopped run"));
        }
        SyncPlan plan = fillUp ? sync.planToFillUp() : sync.plan();
        amts.console().report(plan.diagnostics());
        summary.add(plan, book.settings().targets().get(language).engine());
        all.add(SyncSummary.toJson(plan, listChanges));
        if (listChanges && !json) {
          SyncSummary.changes(plan).forEach(amts.console().out()::println);
        }
        code = worse(code, carryOut(book, sync, plan, engines));
        SyncTable table = new SyncTable(plan);
        String readFirst = summaryFile == null || dryRun ? "" : readFirst(book, plan, engines);
        tables.add("## " + table.title() + "\n\n" + table.markdown() + readFirst);
        if (commits != null) {
          commits
              .commit(language, table)
              .forEach(id -> amts.note(language + ": commit " + id.substring(0, 10)));
        }
      }
      if (commits != null) {
        commits.restore();
      }
    }
    if (summaryFile != null) {
      AtomicFile.write(summaryFile, String.join("\n", tables).getBytes(StandardCharsets.UTF_8));
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      summary.lines().forEach(amts.console().out()::println);
    }
    return code.code();
  }

  private ExitCode carryOut(Book book, Synchronization sync, SyncPlan plan, Engines engines)
      throws IOException {
    boolean failed =
        plan.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    boolean conflicts = plan.volumes().get(Action.CONFLICT).segments() > 0;
    boolean nothing = plan.documents().isEmpty() && plan.vanished().isEmpty();
    if (!dryRun && !nothing) {
      long segments =
          plan.documents().stream()
              .flatMap(document -> document.changes().stream())
              .filter(change -> change.action().needsEngine())
              .count();
      LanguagePair pair = new LanguagePair(book.settings().source(), plan.language());
      List<AdaptedEngine> opened = new ArrayList<>();
      Supplier<AdaptedEngine> engine =
          () -> {
            opened.add(adapted(book, pair, engines));
            Learning.of(opened.get(0), pair, amts.progressBars());
            return opened.get(0);
          };
      try (Progress progress = amts.progressBars().start(pair.toString(), segments)) {
        SyncResult result =
            sync.apply(plan, TargetStyles.of(book, plan.language()), engine, progress::step);
        result.flags().forEach(flag -> amts.note(flag.toString()));
      } finally {
        opened.forEach(AdaptedEngine::close);
      }
    }
    return failed ? ExitCode.PARTLY_FAILED : conflicts ? ExitCode.STALE : ExitCode.OK;
  }

  /** What to read first of the documents that were written; empty if nothing is in doubt. */
  private String readFirst(Book book, SyncPlan plan, Engines engines) throws IOException {
    try {
      List<BookDocument> written =
          plan.documents().stream()
              .filter(document -> !document.keepsFile())
              .map(DocumentPlan::document)
              .toList();
      return ReadFirst.of(
              book, plan.language(), written, ReadFirst.IN_DOUBT, engines, amts.progressBars())
          .markdown();
    } catch (EngineException e) {
      // What is written is written, and is to be committed.
      amts.note("what to read first is not known: " + e.getMessage());
      return "";
    }
  }

  private static AdaptedEngine adapted(Book book, LanguagePair pair, Engines engines) {
    try {
      return engines
          .forTarget(book, pair.target())
          .adaptedTo(pair, BookExamples.adaptation(book, pair));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExitCode worse(ExitCode a, ExitCode b) {
    return a == ExitCode.PARTLY_FAILED || b == ExitCode.OK ? a : b;
  }

  private static Synchronization synchronization(Book book, String language, GitRepositories git) {
    return new Synchronization(
        book,
        language,
        new GitArchive(git),
        new OriginFile().or(new FrontMatterCommit(git)).or(new AlignedVersion(git)));
  }

  private ExitCode adopt(Book book, List<String> languages) throws IOException {
    Table table = new Table("document", "language", "made from", "segments", "not translated");
    ArrayNode all = new ObjectMapper().createArrayNode();
    List<AdoptedDocument> adopted = new ArrayList<>();
    try (GitRepositories git = new GitRepositories()) {
      for (String language : languages) {
        Synchronization sync = synchronization(book, language, git);
        sync.recover();
        adopted.addAll(sync.adopt());
      }
    }
    for (AdoptedDocument document : adopted) {
      int segments = document.section().entries().size();
      long missing =
          document.section().entries().stream().filter(entry -> entry.isMissing()).count();
      table.row(
          document.section().name(),
          document.section().language(),
          document.evidence(),
          String.valueOf(segments),
          String.valueOf(missing));
      ObjectNode node = all.addObject();
      node.put("document", document.section().name())
          .put("language", document.section().language())
          .put("evidence", document.evidence())
          .put("entries", segments)
          .put("missing", missing);
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else {
      table.lines().forEach(amts.console().out()::println);
    }
    return ExitCode.OK;
  }
}
