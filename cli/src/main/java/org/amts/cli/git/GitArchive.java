package org.amts.cli.git;

import java.nio.file.Path;
import java.util.Optional;
import org.amts.sync.ContentId;
import org.amts.sync.SourceArchive;
import org.amts.translate.BookDocument;
import org.eclipse.jgit.lib.ObjectId;

/** Older versions of source files from the Git repositories that hold them. */
public final class GitArchive implements SourceArchive {

  private final GitRepositories repositories;

  /**
   * @param repositories the repositories; not closed here
   */
  public GitArchive(GitRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Optional<byte[]> find(BookDocument document, String contentId) {
    return repositories
        .of(document.source())
        .flatMap(
            repository ->
                repository
                    .bytes(ObjectId.fromString(contentId))
                    .or(() -> findConverted(repository, document.source(), contentId)));
  }

  /** A version that had other line ends on disk than it has in Git. */
  private static Optional<byte[]> findConverted(
      GitRepository repository, Path source, String contentId) {
    return repository.history(source).stream()
        .map(FileVersion::content)
        .distinct()
        .flatMap(content -> repository.bytes(ObjectId.fromString(content)).stream())
        .map(LineEnds::windows)
        .filter(bytes -> ContentId.of(bytes).equals(contentId))
        .findFirst();
  }
}
