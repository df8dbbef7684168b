package org.amts.cli.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FollowFilter;
import org.eclipse.jgit.revwalk.RenameCallback;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A repository and its working tree, for reading. All paths are those of files on disk; a file
 * outside of the working tree has no history. Safe for use by many threads.
 *
 * <p>A shallow clone has the history that was fetched, a detached HEAD the one that it names, a new
 * repository none.
 */
public final class GitRepository implements AutoCloseable {

  /** Older versions than these are not looked at. */
  private static final int MOST_VERSIONS = 500;

  private final Repository repository;
  private final Path workTree;

  private GitRepository(Repository repository) {
    this.repository = repository;
    this.workTree = real(repository.getWorkTree().toPath());
  }

  /**
   * Opens the repository whose working tree holds a folder.
   *
   * @return empty if there is none
   */
  public static Optional<GitRepository> containing(Path folder) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().readEnvironment().findGitDir(real(folder).toFile());
    if (builder.getGitDir() == null && builder.getWorkTree() == null) {
      return Optional.empty();
    }
    try {
      Repository repository = builder.setMustExist(true).build();
      if (repository.isBare()) {
        repository.close();
        return Optional.empty();
      }
      return Optional.of(new GitRepository(repository));
    } catch (IOException e) {
      return Optional.empty(); // a damaged .git is like none: translating needs no history
    }
  }

  Repository repository() {
    return repository;
  }

  /** Whether older commits were left out when it was cloned. */
  public boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the working tree. */
  public Path workTree() {
    return workTree;
  }

  /** The file that holds the repository's data; the same for every folder of one working tree. */
  File directory() {
    return repository.getDirectory();
  }

  /** A file's path from the root of the repository, with slashes; empty if it lies outside. */
  Optional<String> pathOf(Path file) {
    Path absolute = real(file);
    return absolute.startsWith(workTree) && !absolute.equals(workTree)
        ? Optional.of(workTree.relativize(absolute).toString().replace('\\', '/'))
        : Optional.empty();
  }

  /** The path without symbolic links, as far as it exists. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      Path name = absolute.getFileName();
      return parent == null || name == null ? absolute : real(parent).resolve(name.toString());
    }
  }

  /**
   * The commit that a name stands for.
   *
   * @param name {@code main}, {@code HEAD~3}, {@code origin/main}, an id or the start of one
   */
  public Optional<ObjectId> commit(String name) {
    try {
      ObjectId id = repository.resolve(name + "^{commit}");
      return Optional.ofNullable(id);
    } catch (AmbiguousObjectException | RevisionSyntaxException | MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The commit at which the present branch left another one.
   *
   * @param name the other branch
   * @return the other commit itself if the two have no common ancestor, as in a shallow clone;
   *     empty if there is no such commit
   */
  public Optional<ObjectId> commonAncestor(String name) {
    Optional<ObjectId> other = commit(name);
    Optional<ObjectId> head = commit(Constants.HEAD);
    if (other.isEmpty() || head.isEmpty()) {
      return other;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(other.get()));
      walk.markStart(walk.parseCommit(head.get()));
      RevCommit base = walk.next();
      return base == null ? other : Optional.of(base.copy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a file as a commit has them; empty if it does not have the file. */
  public Optional<byte[]> content(ObjectId commit, String path) {
    return contentId(commit, path).flatMap(this::bytes);
  }

  /** The object id of a file's content in a commit. */
  Optional<ObjectId> contentId(ObjectId commit, String path) {
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = TreeWalk.forPath(repository, path, walk.parseCommit(commit).getTree())) {
      boolean isFile = tree != null && tree.getFileMode(0).getObjectType() == Constants.OBJ_BLOB;
      return isFile ? Optional.of(tree.getObjectId(0)) : Optional.empty();
    } catch (MissingObjectException e) {
      return Optional.empty(); // a partial clone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of an object, if the repository has it and it is a file's content. */
  public Optional<byte[]> bytes(ObjectId content) {
    try {
      if (!repository.getObjectDatabase().has(content)) {
        return Optional.empty();
      }
      return Optional.of(repository.open(content, Constants.OBJ_BLOB).getBytes());
    } catch (MissingObjectException | LargeObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The versions of a file, newest first, also from before it was renamed.
   *
   * @param file on disk; it need not exist any more
   * @return empty if the repository does not know the file; at most 500 versions
   */
  public List<FileVersion> history(Path file) {
    Optional<String> path = pathOf(file);
    Optional<ObjectId> head = commit(Constants.HEAD);
    if (path.isEmpty() || head.isEmpty()) {
      return List.of();
    }
    List<String> paths = new ArrayList<>(List.of(path.get()));
    List<RevCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      FollowFilter filter =
          FollowFilter.create(path.get(), repository.getConfig().get(DiffConfig.KEY));
      filter.setRenameCallback(
          new RenameCallback() {
            @Override
            public void renamed(DiffEntry entry) {
              paths.add(entry.getOldPath());
            }
          });
      walk.setTreeFilter(filter);
      walk.markStart(walk.parseCommit(head.get()));
      for (RevCommit commit : walk) {
        commits.add(commit);
        if (commits.size() == MOST_VERSIONS) {
          break;
        }
      }
    } catch (MissingObjectException e) {
      // The history ends where the clone was cut off.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions(commits, paths);
  }

  /**
   * The walk tells of renames ahead of its commits, so each commit says itself which path it had.
   */
  private List<FileVersion> versions(List<RevCommit> commits, List<String> paths) {
    List<FileVersion> versions = new ArrayList<>();
    int at = 0;
    for (RevCommit commit : commits) {
      Optional<ObjectId> content = contentId(commit, paths.get(at));
      while (content.isEmpty() && at + 1 < paths.size()) {
        at++;
        content = contentId(commit, paths.get(at));
      }
      String path = paths.get(at);
      content.ifPresent(
          id ->
              versions.add(
                  new FileVersion(
                      commit.getName(),
                      path,
                      commit.getCommitterIdent().getWhenAsInstant(),
                      id.getName())));
      if (content.isEmpty()) {
        at = 0; // deleted here; before, it may have had its first name
      }
    }
    return versions;
  }

  /** Gives its file handles back. */
  @Override
  public void close() {
    repository.close();
  }
}
