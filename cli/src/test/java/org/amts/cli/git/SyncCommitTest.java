package org.amts.cli.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommitTest {

  @TempDir private Path folder;

  private GitBook book;
  private GitRepository repository;

  @BeforeEach
  void makeBook() throws IOException, GitAPIException {
    book = new GitBook(folder);
    repository = GitRepository.containing(folder).orElseThrow();
  }

  @AfterEach
  void close() {
    repository.close();
    book.close();
  }

  private void start() throws IOException, GitAPIException {
    book.write("en/a.md", "One.\n").write("zh/a.md", "旧\n").write("zh/gone.md", "旧\n");
    book.commit("Start");
  }

  /** What synchronisation does to the working tree. */
  private Map<Path, Optional<byte[]>> sync() throws IOException {
    Map<Path, Optional<byte[]>> contents = new LinkedHashMap<>();
    book.write("zh/a.md", "新\n").write("zh/新 章.md", "新\n");
    Files.delete(book.path("zh/gone.md"));
    contents.put(book.path("zh/a.md"), Optional.of("新\n".getBytes(UTF_8)));
    contents.put(book.path("zh/新 章.md"), Optional.of("新\n".getBytes(UTF_8)));
    contents.put(book.path("zh/gone.md"), Optional.empty());
    return contents;
  }

  private RevCommit last() throws IOException, GitAPIException {
    return book.git().log().setMaxCount(1).call().iterator().next();
  }

  @Test
  void theCommitHoldsTheFilesAndNothingElse() throws Exception {
    start();
    book.write("README.md", "being written\n").write("en/a.md", "Staged.\n");
    book.git().add().addFilepattern("en/a.md").call();
    Map<Path, Optional<byte[]>> contents = sync();

    Optional<String> id = SyncCommit.to(repository, null).commit("zh", contents, "Synchronise zh");

    assertThat(last().getName()).isEqualTo(id.orElseThrow());
    assertThat(last().getFullMessage()).isEqualTo("Synchronise zh\n\nAMTS-Sync: zh\n");
    assertThat(SyncCommit.isOwn(last())).isTrue();
    assertThat(last().getAuthorIdent().getEmailAddress()).isEqualTo("person@example.org");
    Status status = book.git().status().call();
    assertThat(status.getChanged()).containsExactly("en/a.md");
    assertThat(status.getUntracked()).containsExactly("README.md");
    assertThat(status.getModified()).isEmpty();
    assertThat(status.getMissing()).isEmpty();
    assertThat(RealGit.run(folder, "status", "--porcelain").lines())
        .containsExactlyInAnyOrder("M  en/a.md", "?? README.md");
    RealGit.run(folder, "fsck", "--strict");
    assertThat(SyncCommit.to(repository, null).commit("zh", contents, "Again")).isEmpty();
  }

  @Test
  void anotherBranchGetsTheCommitAndTheWorkingTreeIsAsBefore() throws Exception {
    start();
    ObjectId before = repository.commit("HEAD").orElseThrow();
    SyncCommit commit = SyncCommit.to(repository, "amts/zh");
    Map<Path, Optional<byte[]>> contents = sync();
    String first = commit.commit("zh", contents, "Synchronise zh").orElseThrow();
    String second =
        commit
            .commit(
                "es",
                Map.of(book.path("es/a.md"), Optional.of("Nuevo\n".getBytes(UTF_8))),
                "Synchronise es")
            .orElseThrow();
    commit.restore(List.copyOf(contents.keySet()));

    assertThat(repository.commit("HEAD")).hasValue(before);
    assertThat(repository.commit("amts/zh").orElseThrow().getName()).isEqualTo(second);
    assertThat(repository.commit("amts/zh~1").orElseThrow().getName()).isEqualTo(first);
    assertThat(repository.content(ObjectId.fromString(second), "zh/新 章.md"))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("新\n".getBytes(UTF_8)));
    assertThat(repository.content(ObjectId.fromString(second), "zh/gone.md")).isEmpty();
    assertThat(RealGit.run(folder, "status", "--porcelain")).isEmpty();
  }

  @Test
  void aBranchWithCommitsOfItsOwnIsNotTouched() throws Exception {
    start();
    SyncCommit.to(repository, "amts/zh").commit("zh", sync(), "Synchronise zh");
    assertThatThrownBy(() -> SyncCommit.to(repository, "amts/zh"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("perhaps a review: switch to it");
    assertThatThrownBy(() -> SyncCommit.to(repository, "bad..name"))
        .hasMessageContaining("no name for a branch");
  }

  @Test
  void aBranchThatLagsBehindGoesOnFromThePresentOne() throws Exception {
    start();
    book.git().branchCreate().setName("amts/zh").call();
    book.write("en/a.md", "Two.\n").commit("Later");
    SyncCommit.to(repository, "amts/zh").commit("zh", sync(), "Synchronise zh");
    assertThat(repository.commit("amts/zh~1")).isEqualTo(repository.commit("HEAD"));
  }

  @Test
  void aRepositoryWithoutCommitsIsExplained() {
    assertThatThrownBy(() -> SyncCommit.to(repository, null))
        .hasMessageContaining("has no commit yet");
  }

  @Test
  void aDetachedHeadMovesOn() throws Exception {
    start();
    book.git().checkout().setName(repository.commit("HEAD").orElseThrow().getName()).call();
    String id =
        SyncCommit.to(repository, null).commit("zh", sync(), "Synchronise zh").orElseThrow();
    assertThat(repository.commit("HEAD").orElseThrow().getName()).isEqualTo(id);
    assertThat(repository.commit("main")).isEqualTo(repository.commit("HEAD~1"));
  }

  @Test
  void windowsLineEndsAreKeptOutOfTheRepository() throws Exception {
    StoredConfig config = book.git().getRepository().getConfig();
    config.setString("core", null, "autocrlf", "true");
    config.save();
    book.write("zh/a.md", "一\r\n").commit("Start");
    repository.close();
    repository = GitRepository.containing(folder).orElseThrow();
    byte[] windows = "一\r\n二\r\n".getBytes(UTF_8);
    book.write("zh/a.md", "一\r\n二\r\n").write("zh/b.md", "一\r\n二\r\n");
    String id =
        SyncCommit.to(repository, null)
            .commit(
                "zh",
                Map.of(
                    book.path("zh/a.md"),
                    Optional.of(windows),
                    book.path("zh/b.md"),
                    Optional.of(windows)),
                "Synchronise zh")
            .orElseThrow();
    for (String name : List.of("zh/a.md", "zh/b.md")) {
      assertThat(repository.content(ObjectId.fromString(id), name))
          .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("一\n二\n".getBytes(UTF_8)));
    }
    assertThat(RealGit.run(folder, "status", "--porcelain")).isEmpty();
  }

  @Test
  void uncommittedFilesAreFound() throws Exception {
    start();
    book.write("zh/a.md", "being edited\n").write("zh/new.md", "x\n");
    Files.delete(book.path("zh/gone.md"));
    List<Path> files =
        List.of(
            book.path("en/a.md"),
            book.path("zh/a.md"),
            book.path("zh/new.md"),
            book.path("zh/gone.md"),
            book.path("zh/never.md"));
    assertThat(SyncCommit.uncommitted(repository, files))
        .containsExactly(book.path("zh/a.md"), book.path("zh/new.md"), book.path("zh/gone.md"));
  }
}
