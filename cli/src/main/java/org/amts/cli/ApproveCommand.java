package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amts.cli.git.GitRepositories;
import org.amts.cli.git.ReadByPeople;
import org.amts.segment.SegmentedDocument;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.SegmentHash;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;
import org.amts.translate.LoadedDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts approve}: a person has read what an engine wrote. */
@Command(
    name = "approve",
    description = {
      "Marks what an engine wrote in these translations as read and approved, in amts.lock, and adds it to the"
          + " parallel data."
    },
    footer = {
      "",
      "Examples:",
      "  amts approve zh/intro.md",
      "  amts approve -l zh en/part1",
      "  amts approve --from-git"
    })
final class ApproveCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Option(
      names = "--from-git",
      description =
          "Approve only the segments around which a person has committed changes since they were written; without FILE,"
              + " in all translations.")
  private boolean fromGit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      description = "Translations, their sources (for all languages), or folders.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    Book book = options.open();
    if (files.isEmpty() && !fromGit) {
      throw new CommandFailure(ExitCode.USAGE, "name the files that were read, or use --from-git");
    }
    Path lockFile = LockFile.of(book);
    LockFile lock = LockFile.read(lockFile);
    Set<Path> unused = new HashSet<>(files);
    List<LockedDocument> changed = new ArrayList<>();
    List<ApprovedPairs> pairs = new ArrayList<>();
    ArrayNode all = new ObjectMapper().createArrayNode();
    Table table = new Table("translation", "approved", "still to review");
    try (GitRepositories repositories = new GitRepositories()) {
      for (String language : options.languages(book)) {
        ApprovedPairs approvedPairs = new ApprovedPairs(book, language);
        pairs.add(approvedPairs);
        for (BookDocument document : chosen(book, language, unused)) {
          LockedDocument section = lock.find(language, document.name()).orElse(null);
          if (section == null || !Files.isRegularFile(document.translation())) {
            amts.note(
                document.translationName()
                    + (section == null
                        ? ": amts.lock does not know it; run \"amts sync --adopt\" or \"amts sync\""
                        : ": no such file"));
            continue;
          }
          LoadedDocument loaded = new BookLoader(book.settings().source()).load(document, language);
          LockedDocument approved = approve(section, loaded, repositories, approvedPairs);
          long before = toReview(section);
          long after = toReview(approved);
          if (before > 0) {
            changed.add(approved);
            table.row(
                document.translationName(), String.valueOf(before - after), String.valueOf(after));
            all.addObject()
                .put("language", language)
                .put("translation", document.translationName())
                .put("approved", before - after)
                .put("stillToReview", after);
          }
        }
      }
    }
    if (!unused.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          unused.stream().map(Path::toString).sorted().collect(Collectors.joining(", "))
              + ": no source or translation of the book; see \"files\" in its settings");
    }
    LockFile result = lock.with(changed);
    if (!result.toString().equals(lock.toString())) {
      result.write(lockFile);
    }
    int added = 0;
    for (ApprovedPairs each : pairs) {
      added += each.write();
    }
    if (json) {
      amts.console().out().println(all.toPrettyString());
    } else if (!all.isEmpty()) {
      table.lines().forEach(amts.console().out()::println);
    }
    amts.note(added + " pairs added to the parallel data");
    return ExitCode.OK.code();
  }

  private List<BookDocument> chosen(Book book, String language, Set<Path> unused) {
    List<BookDocument> documents = book.documents(language);
    if (files.isEmpty()) {
      return documents;
    }
    List<BookDocument> chosen = new ArrayList<>();
    for (BookDocument document : documents) {
      List<Path> naming =
          files.stream()
              .filter(
                  file ->
                      BookOptions.isIn(document.source(), file, book)
                          || BookOptions.isIn(document.translation(), file, book))
              .toList();
      naming.forEach(unused::remove);
      if (!naming.isEmpty()) {
        chosen.add(document);
      }
    }
    return chosen;
  }

  private LockedDocument approve(
      LockedDocument section,
      LoadedDocument loaded,
      GitRepositories repositories,
      ApprovedPairs pairs) {
    SegmentedDocument translation = loaded.translation();
    if (translation == null) {
      return section;
    }
    Set<String> waiting =
        section.entries().stream()
            .filter(LockEntry::isWaiting)
            .flatMap(entry -> entry.targets().stream())
            .collect(Collectors.toSet());
    Set<String> read =
        fromGit
            ? new ReadByPeople(repositories)
                .find(loaded.document().translation(), translation, waiting::contains)
            : translation.segments().stream()
                .map(segment -> SegmentHash.of(segment.segment()))
                .collect(Collectors.toSet());
    LockedTexts texts = new LockedTexts(loaded);
    return section.map(
        entry -> {
          // What Git tells of a commit is too little to settle a conflict.
          boolean isRead =
              entry.isWaiting()
                  && read.containsAll(entry.targets())
                  && !(fromGit && entry.isConflict());
          if (!isRead) {
            return entry;
          }
          pairs.add(entry, loaded.document(), texts);
          return entry.approved();
        });
  }

  private static long toReview(LockedDocument section) {
    return section.entries().stream().filter(LockEntry::isWaiting).count();
  }
}
