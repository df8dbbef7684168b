package org.amts.cli.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The repositories that the files of a book lie in: none, one, or several. Opened when they are
 * needed; safe for use by many threads.
 */
public final class GitRepositories implements AutoCloseable {

  private final Map<Path, Optional<GitRepository>> byFolder = new ConcurrentHashMap<>();
  private final Map<String, GitRepository> byDirectory = new ConcurrentHashMap<>();

  /** The repository that a file or folder lies in, also if it does not exist any more. */
  public Optional<GitRepository> of(Path file) {
    Path folder = file.toAbsolutePath().normalize();
    while (folder.getParent() != null && !folder.toFile().isDirectory()) {
      folder = folder.getParent();
    }
    return byFolder.computeIfAbsent(folder, this::open);
  }

  private Optional<GitRepository> open(Path folder) {
    Optional<GitRepository> found = GitRepository.containing(folder);
    if (found.isEmpty()) {
      return found;
    }
    GitRepository known = byDirectory.putIfAbsent(found.get().directory().getPath(), found.get());
    if (known == null) {
      return found;
    }
    found.get().close();
    return Optional.of(known);
  }

  @Override
  public void close() {
    byDirectory.values().forEach(GitRepository::close);
  }
}
