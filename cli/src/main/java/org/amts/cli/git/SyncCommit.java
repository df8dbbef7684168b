package org.amts.cli.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.document.AtomicFile;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.AutoCRLF;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Commits what synchronisation wrote, to the present branch or to another one, without touching the
 * working tree. Its commits end with the trailer {@value #TRAILER}, by which later runs know them
 * for AMTS's own. Hooks are not run and commits are not signed.
 */
public final class SyncCommit {

  /** The key of the trailer; its value is the target language. */
  public static final String TRAILER = "AMTS-Sync";

  private final GitRepository repository;
  private final String ref;
  private final boolean isPresentBranch;

  private SyncCommit(GitRepository repository, String ref, boolean isPresentBranch) {
    this.repository = repository;
    this.ref = ref;
    this.isPresentBranch = isPresentBranch;
  }

  /** Whether AMTS made a commit. */
  static boolean isOwn(RevCommit commit) {
    return !commit.getFooterLines(TRAILER).isEmpty();
  }

  /**
   * Prepares for commits.
   *
   * @param repository where
   * @param branch the branch, which is made if it does not exist; null for the present one
   * @throws IllegalStateException with a message for the user, if the repository has no commit, or
   *     the branch has commits that the present one lacks
   */
  public static SyncCommit to(GitRepository repository, @Nullable String branch) {
    ObjectId head =
        repository
            .commit(Constants.HEAD)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        repository.workTree() + " has no commit yet: commit the book first"));
    try {
      Repository git = repository.repository();
      String ref = branch == null ? Constants.HEAD : Constants.R_HEADS + branch;
      if (!Repository.isValidRefName(branch == null ? "refs/heads/x" : ref)) {
        throw new IllegalStateException("\"" + branch + "\" is no name for a branch");
      }
      boolean isPresent = branch == null || ref.equals(git.getFullBranch());
      Ref existing = git.exactRef(ref);
      if (!isPresent && existing != null && !isAncestor(git, existing.getObjectId(), head)) {
        throw new IllegalStateException(
            "the branch "
                + branch
                + " has commits that the present one lacks, perhaps a review: switch to it, merge"
                + " the present branch, and run the command there without --branch");
      }
      return new SyncCommit(repository, isPresent ? Constants.HEAD : ref, isPresent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAncestor(Repository git, ObjectId branch, ObjectId head)
      throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.isMergedInto(walk.parseCommit(branch), walk.parseCommit(head));
    }
  }

  /**
   * The files that differ from the last commit, new and deleted ones included.
   *
   * @param files files to look at; those outside of the repository are left out
   */
  public static List<Path> uncommitted(GitRepository repository, List<Path> files) {
    Optional<ObjectId> head = repository.commit(Constants.HEAD);
    return files.stream()
        .filter(file -> repository.pathOf(file).isPresent())
        .filter(
            file ->
                !ChangedFiles.isSame(
                    head.flatMap(
                        commit ->
                            repository
                                .pathOf(file)
                                .flatMap(path -> repository.content(commit, path))),
                    file))
        .toList();
  }

  /**
   * Commits files.
   *
   * @param language target language, for the trailer
   * @param contents the files and their bytes; empty for one that is deleted
   * @param message what was done; the trailer is added
   * @return the commit; empty if nothing differs from the branch
   */
  public Optional<String> commit(
      String language, Map<Path, Optional<byte[]>> contents, String message) {
    Repository git = repository.repository();
    try (ObjectInserter inserter = git.newObjectInserter();
        RevWalk walk = new RevWalk(git)) {
      Ref existing = git.exactRef(ref);
      ObjectId old = existing == null ? ObjectId.zeroId() : existing.getObjectId();
      ObjectId head = repository.commit(Constants.HEAD).orElseThrow();
      // A branch that lags behind starts again where the present one is.
      boolean goesOn =
          existing != null && walk.isMergedInto(walk.parseCommit(head), walk.parseCommit(old));
      RevCommit parent = walk.parseCommit(goesOn ? old : head);
      ObjectId tree = tree(inserter, parent, contents);
      if (tree.equals(parent.getTree())) {
        return Optional.empty();
      }
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree);
      commit.setParentId(parent);
      PersonIdent person = new PersonIdent(git);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setEncoding(StandardCharsets.UTF_8);
      commit.setMessage(message.strip() + "\n\n" + TRAILER + ": " + language + "\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      update(id, old);
      if (isPresentBranch) {
        stage(contents, walk.parseCommit(id));
      }
      return Optional.of(id.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void update(ObjectId id, ObjectId old) throws IOException {
    RefUpdate update = repository.repository().updateRef(ref);
    update.setNewObjectId(id);
    update.setExpectedOldObjectId(old);
    update.setRefLogMessage("amts sync", false);
    RefUpdate.Result result = update.update();
    boolean isDone =
        result == RefUpdate.Result.NEW
            || result == RefUpdate.Result.FAST_FORWARD
            || result == RefUpdate.Result.FORCED;
    if (!isDone) {
      throw new IOException(
          ref + " was not updated (" + result + "): another program changed it; run again");
    }
  }

  private ObjectId tree(
      ObjectInserter inserter, RevCommit parent, Map<Path, Optional<byte[]>> contents)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    try (ObjectReader reader = repository.repository().newObjectReader()) {
      builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, parent.getTree());
    }
    builder.finish();
    edit(inserter, parent, contents, index);
    return index.writeTree(inserter);
  }

  private void edit(
      ObjectInserter inserter,
      RevCommit parent,
      Map<Path, Optional<byte[]>> contents,
      DirCache index)
      throws IOException {
    DirCacheEditor editor = index.editor();
    for (Map.Entry<Path, Optional<byte[]>> content : contents.entrySet()) {
      String path = repository.pathOf(content.getKey()).orElseThrow();
      if (content.getValue().isEmpty()) {
        editor.add(new DeletePath(path));
        continue;
      }
      byte[] bytes = converted(parent, path, content.getValue().get());
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, bytes);
      editor.add(new NewContent(path, id));
    }
    editor.finish();
  }

  /** A file's new content in the index; how long it is, Git finds out by itself. */
  private static final class NewContent extends PathEdit {

    private final ObjectId id;

    NewContent(String path, ObjectId id) {
      super(path);
      this.id = id;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      boolean isNew = entry.getFileMode() == FileMode.MISSING;
      entry.setFileMode(isNew ? FileMode.REGULAR_FILE : entry.getFileMode());
      entry.setObjectId(id);
      entry.setLength(0);
      entry.setLastModified(Instant.EPOCH);
    }
  }

  /** The bytes as Git keeps them: with LF, if the file has it there or if the settings say so. */
  private byte[] converted(RevCommit parent, String path, byte[] bytes) {
    byte[] unix = LineEnds.unix(bytes);
    boolean convertsNew =
        repository.repository().getConfig().getEnum("core", null, "autocrlf", AutoCRLF.FALSE)
            != AutoCRLF.FALSE;
    boolean hasUnixLineEnds =
        repository
            .content(parent, path)
            .map(before -> LineEnds.unix(before).length == before.length)
            .orElse(convertsNew);
    return hasUnixLineEnds ? unix : bytes;
  }

  /** Brings the index to the new commit for the committed files; what else is staged stays. */
  private void stage(Map<Path, Optional<byte[]>> contents, RevCommit commit) throws IOException {
    DirCache index = repository.repository().lockDirCache();
    try {
      DirCacheEditor editor = index.editor();
      List<Path> files = new ArrayList<>(contents.keySet());
      for (Path file : files) {
        String path = repository.pathOf(file).orElseThrow();
        Optional<ObjectId> id = repository.contentId(commit, path);
        if (id.isEmpty()) {
          editor.add(new DeletePath(path));
          continue;
        }
        editor.add(new NewContent(path, id.get()));
      }
      if (!editor.commit()) {
        throw new IOException("the index of " + repository.workTree() + " cannot be written");
      }
    } finally {
      index.unlock();
    }
  }

  /**
   * Puts files on disk back to what the present branch has, after they were committed to another
   * one: the working tree is then as it was before synchronisation.
   */
  public void restore(List<Path> files) throws IOException {
    if (isPresentBranch) {
      return;
    }
    ObjectId head = repository.commit(Constants.HEAD).orElseThrow();
    for (Path file : files) {
      Optional<byte[]> before =
          repository.pathOf(file).flatMap(path -> repository.content(head, path));
      if (before.isEmpty()) {
        Files.deleteIfExists(file);
      } else if (!ChangedFiles.isSame(before, file)) {
        byte[] now = Files.isRegularFile(file) ? Files.readAllBytes(file) : before.get();
        boolean isWindows = LineEnds.unix(now).length != now.length;
        AtomicFile.write(file, isWindows ? LineEnds.windows(before.get()) : before.get());
      }
    }
  }
}
