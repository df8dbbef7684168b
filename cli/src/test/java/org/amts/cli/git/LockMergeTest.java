package org.amts.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.amts.sync.ContentId;
import org.amts.sync.LockEntry;
import org.amts.sync.LockFile;
import org.amts.sync.LockedDocument;
import org.amts.sync.SegmentHash;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that touch different chapters, or different languages, merge amts.lock as it is. */
class LockMergeTest {

  @TempDir private Path folder;

  private GitBook book;

  @BeforeEach
  void makeBook() throws IOException, GitAPIException {
    book = new GitBook(folder);
    lock(
        Stream.of("zh", "es")
            .flatMap(
                language ->
                    Stream.of("a", "b", "c", "d").map(name -> section(language, name, 6, "old")))
            .toList());
    book.commit("Start");
  }

  @AfterEach
  void close() {
    book.close();
  }

  private LockFile read() throws IOException {
    return LockFile.read(book.path(LockFile.FILE_NAME));
  }

  private void lock(List<LockedDocument> sections) throws IOException {
    read().with(sections).write(book.path(LockFile.FILE_NAME));
  }

  private static LockedDocument section(
      String language, String name, int segments, String version) {
    List<LockEntry> entries = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      String text = language + name + i + version;
      entries.add(
          LockEntry.byPerson(
              List.of(SegmentHash.of("source " + text)), List.of(SegmentHash.of(text))));
    }
    String source = ContentId.of((name + version).getBytes());
    String target = ContentId.of((language + name + version).getBytes());
    return new LockedDocument(
        language, "en/" + name + ".md", source, language + "/" + name + ".md", target, entries);
  }

  private interface Change {
    void make() throws IOException;
  }

  private void branch(String name, Change change) throws IOException, GitAPIException {
    Git git = book.git();
    git.checkout().setName("main").call();
    git.checkout().setCreateBranch(true).setName(name).call();
    change.make();
    book.commit(name);
  }

  /** Merges with JGit and with the machine's git, and gives what both say. */
  private LockFile merged(String first, String second) throws Exception {
    Git git = book.git();
    git.checkout().setName(first).call();
    MergeResult result =
        git.merge().include(git.getRepository().resolve(second)).setMessage("Merge").call();
    assertThat(result.getMergeStatus().isSuccessful()).isTrue();
    String byJGit = Files.readString(book.path(LockFile.FILE_NAME));
    git.reset().setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD).setRef("HEAD~1").call();
    RealGit.run(folder, "merge", "--no-edit", second);
    assertThat(Files.readString(book.path(LockFile.FILE_NAME))).isEqualTo(byJGit);
    // The file is what AMTS itself would write.
    assertThat(read().toString()).isEqualTo(byJGit);
    return read();
  }

  @Test
  void differentChapters() throws Exception {
    branch("one", () -> lock(List.of(section("zh", "b", 7, "new"))));
    branch("two", () -> lock(List.of(section("zh", "c", 3, "new"))));
    LockFile lock = merged("one", "two");
    assertThat(lock.documents()).hasSize(8);
    assertThat(lock.find("zh", "en/b.md").orElseThrow().entries()).hasSize(7);
    assertThat(lock.find("zh", "en/c.md").orElseThrow().entries()).hasSize(3);
  }

  @Test
  void differentLanguages() throws Exception {
    branch("one", () -> lock(List.of(section("zh", "a", 7, "new"), section("zh", "d", 7, "new"))));
    branch("two", () -> lock(List.of(section("es", "a", 5, "new"), section("es", "d", 5, "new"))));
    LockFile lock = merged("two", "one");
    assertThat(lock.find("zh", "en/d.md").orElseThrow().entries()).hasSize(7);
    assertThat(lock.find("es", "en/d.md").orElseThrow().entries()).hasSize(5);
  }

  @Test
  void aNewChapterHereAndAnApprovalThere() throws Exception {
    branch("one", () -> lock(List.of(section("zh", "bb", 4, "new"))));
    branch(
        "two",
        () -> {
          LockedDocument section = read().find("zh", "en/d.md").orElseThrow();
          lock(List.of(section.map(LockEntry::approved)));
          lock(List.of(section("es", "cc", 4, "new")));
          read().without("es", "en/a.md").write(book.path(LockFile.FILE_NAME));
        });
    LockFile lock = merged("one", "two");
    assertThat(lock.documents()).hasSize(9);
    assertThat(lock.find("es", "en/a.md")).isEmpty();
  }
}
