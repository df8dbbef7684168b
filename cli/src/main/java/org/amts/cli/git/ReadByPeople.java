package org.amts.cli.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.amts.document.DocumentFormats;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.sync.SegmentHash;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finds the segments that people have read, by Git: a person's commit changed the lines of a
 * segment that stood there before, so somebody looked at it and left its words as they are. The
 * commit that brought the segment into the file says nothing, whoever made it: people commit what
 * AMTS wrote, too. AMTS's own commits ({@link SyncCommit#TRAILER}) never count.
 */
public final class ReadByPeople {

  private final GitRepositories repositories;
  private final Segmenter segmenter = new Segmenter();

  /**
   * @param repositories the repositories; not closed here
   */
  public ReadByPeople(GitRepositories repositories) {
    this.repositories = repositories;
  }

  /**
   * The segments of a translation that people have read.
   *
   * @param file where the translation lies
   * @param translation its present content
   * @param asked whether a segment with a {@linkplain SegmentHash hash} is asked for
   * @return the hashes of those that a person's commit has touched since they were written
   */
  public Set<String> find(Path file, SegmentedDocument translation, Predicate<String> asked) {
    Optional<GitRepository> found = repositories.of(file);
    Optional<String> path = found.flatMap(repository -> repository.pathOf(file));
    if (path.isEmpty()
        || translation.segments().stream().noneMatch(segment -> asked.test(hash(segment)))) {
      return Set.of();
    }
    GitRepository repository = found.get();
    BlameResult blame = blame(repository, path.get());
    Set<String> read = new HashSet<>();
    if (blame == null) {
      return read;
    }
    Map<RevCommit, Set<String>> before = new HashMap<>();
    for (DocumentSegment segment : translation.segments()) {
      String hash = hash(segment);
      if (asked.test(hash)) {
        for (RevCommit commit : commitsOf(segment, translation, blame)) {
          Set<String> earlier =
              before.computeIfAbsent(
                  commit, c -> before(repository, c, path.get(), translation.language()));
          if (!SyncCommit.isOwn(commit) && earlier.contains(hash)) {
            read.add(hash);
          }
        }
      }
    }
    return read;
  }

  private static String hash(DocumentSegment segment) {
    return SegmentHash.of(segment.segment());
  }

  private static @Nullable BlameResult blame(GitRepository repository, String path) {
    try {
      BlameResult blame = new BlameCommand(repository.repository()).setFilePath(path).call();
      if (blame != null) {
        blame.computeAll();
      }
      return blame;
    } catch (GitAPIException e) {
      return null; // a repository without commits
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commits that changed the lines of a segment last; lines not committed yet have none. */
  private static Set<RevCommit> commitsOf(
      DocumentSegment segment, SegmentedDocument translation, BlameResult blame) {
    int first = translation.document().source().lineOf(segment.range().start());
    int last = translation.document().source().lineOf(segment.range().end());
    Set<RevCommit> commits = new HashSet<>();
    int lines = blame.getResultContents().size();
    for (int line = first; line <= Math.min(last, lines); line++) {
      RevCommit commit = blame.getSourceCommit(line - 1);
      if (commit != null) {
        commits.add(commit);
      }
    }
    return commits;
  }

  /** The hashes of the segments that the file had before a commit. */
  private Set<String> before(
      GitRepository repository, RevCommit commit, String path, String language) {
    Set<String> hashes = new HashSet<>();
    for (RevCommit parent : List.of(parsed(repository, commit).getParents())) {
      repository
          .content(parent, path)
          .ifPresent(
              bytes ->
                  segmenter
                      .segment(DocumentFormats.parse(path, bytes), language)
                      .segments()
                      .forEach(segment -> hashes.add(hash(segment))));
    }
    return hashes;
  }

  private static RevCommit parsed(GitRepository repository, RevCommit commit) {
    try (RevWalk walk = new RevWalk(repository.repository())) {
      return walk.parseCommit(commit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
