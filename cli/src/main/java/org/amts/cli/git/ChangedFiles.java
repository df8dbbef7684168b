package org.amts.cli.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Which files differ from another branch or commit. Safe for use by many threads. */
public final class ChangedFiles {

  private final GitRepositories repositories;
  private final String name;

  /**
   * @param repositories the repositories; not closed here
   * @param name a branch, tag or commit; files are compared with the commit at which the present
   *     branch left it
   */
  public ChangedFiles(GitRepositories repositories, String name) {
    this.repositories = repositories;
    this.name = name;
  }

  /**
   * Whether a file differs, was added or was deleted, committed or not. Other line ends are no
   * difference.
   *
   * @throws UnknownRevisionException if the file's repository does not know the name, or there is
   *     no repository
   */
  public boolean contains(Path file) {
    GitRepository repository =
        repositories
            .of(file)
            .orElseThrow(() -> new UnknownRevisionException(file + " is in no Git repository"));
    ObjectId base =
        repository
            .commonAncestor(name)
            .orElseThrow(
                () ->
                    new UnknownRevisionException(
                        "there is no branch, tag or commit \""
                            + name
                            + "\" in "
                            + repository.workTree()
                            + "; in a shallow clone, fetch it first"));
    Optional<byte[]> before =
        repository.pathOf(file).flatMap(path -> repository.content(base, path));
    return !isSame(before, file);
  }

  /** Whether a file on disk has a content, apart from line ends; empty is no file. */
  static boolean isSame(Optional<byte[]> content, Path file) {
    try {
      if (content.isEmpty() || !Files.isRegularFile(file)) {
        return content.isEmpty() && !Files.exists(file);
      }
      byte[] now = Files.readAllBytes(file);
      return Arrays.equals(content.get(), now)
          || Arrays.equals(LineEnds.unix(content.get()), LineEnds.unix(now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
