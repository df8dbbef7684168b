package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amts.cli.git.GitRepositories;
import org.amts.cli.git.GitRepository;
import org.amts.cli.git.SyncCommit;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.RemovedPairs;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a synchronisation, one for each language and repository: the book and its
 * translations may lie in several.
 */
final class SyncCommits {

  private static final String LANGUAGE = "%two_letters_code%";
  private static final int MOST_NAMED = 5;

  private final Book book;
  private final GitRepositories repositories;
  private final @Nullable String branch;
  private final Map<GitRepository, Map<String, SyncCommit>> commits = new IdentityHashMap<>();
  private final Map<SyncCommit, Set<Path>> written = new LinkedHashMap<>();
  private final Set<Path> files = new LinkedHashSet<>();

  /**
   * Checks that commits are possible, before any work is done.
   *
   * @param branch the branch to commit to, perhaps with the placeholder of the language; null for
   *     the present one
   * @throws CommandFailure if they are not
   */
  SyncCommits(
      Book book, List<String> languages, GitRepositories repositories, @Nullable String branch)
      throws IOException {
    this.book = book;
    this.repositories = repositories;
    this.branch = branch;
    if (repositories.of(book.root()).isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, book.root() + " is in no Git repository: nothing can be committed");
    }
    for (String language : languages) {
      Set<Path> all = filesOf(language);
      byRepository(all).keySet().forEach(repository -> commitIn(repository, language));
      book.documents(language).forEach(document -> all.add(document.source()));
      requireCommitted(all);
    }
  }

  /** Somebody's unfinished work must not go into a commit that says AMTS did it. */
  private void requireCommitted(Set<Path> all) {
    List<Path> uncommitted = new ArrayList<>();
    byRepository(all)
        .forEach(
            (repository, inIt) -> uncommitted.addAll(SyncCommit.uncommitted(repository, inIt)));
    if (!uncommitted.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "commit or stash your changes first, so that they stay yours: "
              + String.join(", ", uncommitted.stream().limit(MOST_NAMED).map(this::shown).toList())
              + (uncommitted.size() > MOST_NAMED
                  ? " and " + (uncommitted.size() - MOST_NAMED) + " more"
                  : ""));
    }
  }

  private String shown(Path file) {
    return (file.startsWith(book.root()) ? book.root().relativize(file) : file)
        .toString()
        .replace('\\', '/');
  }

  private SyncCommit commitIn(GitRepository repository, String language) {
    String name = branch == null ? "" : branch.replace(LANGUAGE, language);
    try {
      return commits
          .computeIfAbsent(repository, key -> new HashMap<>())
          .computeIfAbsent(name, key -> SyncCommit.to(repository, name.isEmpty() ? null : name));
    } catch (IllegalStateException e) {
      throw new CommandFailure(ExitCode.FAILURE, e.getMessage());
    }
  }

  /** The files that synchronisation of a language may write, now or before. */
  private Set<Path> filesOf(String language) throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    all.add(LockFile.of(book));
    all.add(book.root().resolve(new RemovedPairs(book, language).fileName()).normalize());
    for (BookDocument document : book.documents(language)) {
      all.add(document.translation());
    }
    for (LockedDocument section : LockFile.read(LockFile.of(book)).documents(language)) {
      all.add(book.root().resolve(section.targetName()).normalize());
    }
    files.addAll(all);
    return all;
  }

  private Map<GitRepository, List<Path>> byRepository(Set<Path> all) {
    Map<GitRepository, List<Path>> byRepository = new LinkedHashMap<>();
    for (Path file : all) {
      repositories
          .of(file)
          .ifPresent(
              repository ->
                  byRepository.computeIfAbsent(repository, key -> new ArrayList<>()).add(file));
    }
    return byRepository;
  }

  /**
   * Commits what was written for a language.
   *
   * @return the commits' ids, none if nothing was written
   */
  List<String> commit(String language, SyncTable table) throws IOException {
    filesOf(language);
    List<String> ids = new ArrayList<>();
    for (Map.Entry<GitRepository, List<Path>> part : byRepository(files).entrySet()) {
      List<Path> changed = SyncCommit.uncommitted(part.getKey(), part.getValue());
      Map<Path, Optional<byte[]>> contents = new LinkedHashMap<>();
      for (Path file : changed) {
        contents.put(
            file, Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
      }
      SyncCommit commit = commitIn(part.getKey(), language);
      commit
          .commit(language, contents, table.title() + "\n\n" + table.markdown())
          .ifPresent(ids::add);
      written.computeIfAbsent(commit, key -> new LinkedHashSet<>()).addAll(changed);
    }
    if (branch != null && branch.contains(LANGUAGE)) {
      restore(); // the next language has a branch of its own, without the work on this one
    }
    return ids;
  }

  /**
   * After commits to another branch, the working tree is put back to how it was. Nothing is lost:
   * it was clean, and what was written since is in the commits.
   */
  void restore() throws IOException {
    for (Map.Entry<SyncCommit, Set<Path>> each : written.entrySet()) {
      each.getKey().restore(List.copyOf(each.getValue()));
    }
    written.clear();
  }
}
