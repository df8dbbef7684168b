package org.amts.cli.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amts.sync.ContentId;
import org.amts.sync.SourceEvidence;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Older versions of sources, in repositories of every shape. */
class SourceVersionsTest {

  private static final String FIRST = "# Notes\n\nThe first sentence has 7 words here.\n";
  private static final String SECOND =
      FIRST + "\nA second paragraph was added about the 42 gardens of Babylon.\n";
  private static final String THIRD =
      SECOND + "\nA third paragraph is 1999 words of nothing but the weather in Reykjavik.\n";
  private static final String TRANSLATED = "# 笔记\n\n第一句话这里有7个词。\n\n第二段是关于巴比伦的42座花园的。\n";

  @TempDir private Path folder;

  private final GitRepositories repositories = new GitRepositories();
  private GitBook book;

  @BeforeEach
  void makeBook() throws IOException, GitAPIException {
    book = new GitBook(Files.createDirectories(folder.resolve("book")));
  }

  @AfterEach
  void close() {
    repositories.close();
    book.close();
  }

  private RevCommit threeVersions() throws IOException, GitAPIException {
    book.write("en/笔记 a.md", FIRST).commit("First");
    RevCommit second = book.write("en/笔记 a.md", SECOND).commit("Second");
    book.write("en/笔记 a.md", THIRD).commit("Third");
    book.write("zh/笔记 a.md", TRANSLATED).commit("Translation");
    return second;
  }

  private String find(SourceEvidence evidence, GitBook in, String name) {
    return evidence
        .find(in.load(name, "zh"))
        .map(found -> new String(found.content(), UTF_8))
        .orElse("nothing");
  }

  @Test
  void theVersionThatAlignsBestIsFound() throws IOException, GitAPIException {
    RevCommit second = threeVersions();
    AlignedVersion evidence = new AlignedVersion(repositories);
    assertThat(find(evidence, book, "en/笔记 a.md")).isEqualTo(SECOND);
    assertThat(evidence.find(book.load("en/笔记 a.md", "zh")).orElseThrow().evidence())
        .contains(second.getName().substring(0, 10));
  }

  @Test
  void whatWasCommittedAfterTheTranslationIsNotItsSource() throws IOException, GitAPIException {
    book.write("en/a.md", "Use a rate of 0.1 here.\n").commit("One");
    book.write("zh/a.md", "这里使用0.1的速率。\n").commit("Translation");
    book.write("en/a.md", "Use a good rate of 0.1 here.\n").commit("Two");
    assertThat(find(new AlignedVersion(repositories), book, "en/a.md"))
        .isEqualTo("Use a rate of 0.1 here.\n");
  }

  @Test
  void renamesAreFollowed() throws IOException, GitAPIException {
    book.write("en/old.md", FIRST).commit("First");
    book.write("en/old.md", SECOND).write("zh/new.md", TRANSLATED).commit("Second");
    Files.delete(book.path("en/old.md"));
    book.write("en/new.md", SECOND).commit("Renamed");
    book.write("en/new.md", THIRD).commit("Third");
    List<FileVersion> history =
        repositories.of(book.path("en/new.md")).orElseThrow().history(book.path("en/new.md"));
    assertThat(history)
        .extracting(FileVersion::path)
        .containsExactly("en/new.md", "en/new.md", "en/old.md", "en/old.md");
    assertThat(find(new AlignedVersion(repositories), book, "en/new.md")).isEqualTo(SECOND);
  }

  @Test
  void theCommitInTheFrontMatterIsTaken() throws IOException, GitAPIException {
    RevCommit first = book.write("en/old.md", FIRST).commit("First");
    Files.delete(book.path("en/old.md"));
    book.write("en/a.md", FIRST).commit("Renamed");
    book.write("en/a.md", THIRD).commit("Third");
    for (String matter :
        List.of(
            "l10n:\n  sourceCommit: " + first.getName(),
            "source_commit: '" + first.getName().substring(0, 12) + "'")) {
      book.write("zh/a.md", "---\ntitle: 笔记\n" + matter + "\n---\n\n" + TRANSLATED);
      assertThat(find(new FrontMatterCommit(repositories), book, "en/a.md")).isEqualTo(FIRST);
    }
    book.write("zh/a.md", "---\nl10n: {sourceCommit: 1234567890}\n---\n" + TRANSLATED);
    assertThat(find(new FrontMatterCommit(repositories), book, "en/a.md")).isEqualTo("nothing");
  }

  @Test
  void contentsAreFetchedByTheirIds() throws IOException, GitAPIException {
    threeVersions();
    GitArchive archive = new GitArchive(repositories);
    var document = book.load("en/笔记 a.md", "zh").document();
    assertThat(archive.find(document, ContentId.of(FIRST.getBytes(UTF_8))))
        .hasValueSatisfying(bytes -> assertThat(new String(bytes, UTF_8)).isEqualTo(FIRST));
    assertThat(archive.find(document, ContentId.of("never".getBytes(UTF_8)))).isEmpty();
    // On a system that writes CRLF the lock has the id of what stood on disk.
    byte[] windows = FIRST.replace("\n", "\r\n").getBytes(UTF_8);
    assertThat(archive.find(document, ContentId.of(windows))).hasValue(windows);
  }

  @Test
  void withoutGitNothingIsKnown() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("plain/en"));
    Files.writeString(plain.resolve("a.md"), FIRST);
    try (GitRepositories none = new GitRepositories()) {
      assertThat(none.of(plain.resolve("a.md"))).isEmpty();
      assertThat(none.of(folder.resolve("gone/a.md"))).isEmpty();
    }
    Files.writeString(folder.resolve("plain/.git"), "gitdir: /nowhere/at/all\n");
    try (GitRepositories broken = new GitRepositories()) {
      assertThat(broken.of(plain.resolve("a.md"))).isEmpty();
    }
  }

  @Test
  void aRepositoryWithoutCommitsHasNoHistory() throws IOException {
    book.write("en/a.md", FIRST).write("zh/a.md", TRANSLATED);
    assertThat(find(new AlignedVersion(repositories), book, "en/a.md")).isEqualTo("nothing");
  }

  @Test
  void aShallowCloneKnowsWhatWasFetched() throws IOException, GitAPIException {
    threeVersions();
    Path clone = folder.resolve("shallow");
    Git.cloneRepository()
        .setURI(book.path("").toUri().toString())
        .setDirectory(clone.toFile())
        .setDepth(2)
        .call()
        .close();
    Path file = clone.resolve("en/笔记 a.md");
    try (GitRepositories shallow = new GitRepositories()) {
      assertThat(shallow.of(file).orElseThrow().history(file)).hasSize(1);
      assertThat(shallow.of(file).orElseThrow().commonAncestor("HEAD~1")).isPresent();
      assertThat(shallow.of(file).orElseThrow().commit("HEAD~3")).isEmpty();
    }
  }

  @Test
  void aDetachedHeadHasItsOwnHistory() throws IOException, GitAPIException {
    RevCommit second = threeVersions();
    book.git().checkout().setName(second.getName()).call();
    GitRepository repository = repositories.of(book.path("en")).orElseThrow();
    assertThat(repository.history(book.path("en/笔记 a.md"))).hasSize(2);
  }

  @Test
  void aSubmoduleIsARepositoryOfItsOwn() throws IOException, GitAPIException {
    threeVersions();
    try (GitBook outer = new GitBook(Files.createDirectories(folder.resolve("outer")))) {
      outer.write("README.md", "x\n").commit("First");
      outer
          .git()
          .submoduleAdd()
          .setPath("part")
          .setURI(book.path("").toUri().toString())
          .call()
          .close();
      Path file = outer.path("part/en/笔记 a.md");
      GitRepository repository = repositories.of(file).orElseThrow();
      assertThat(repository.workTree()).isEqualTo(outer.path("part").toRealPath());
      assertThat(repository.history(file)).hasSize(3);
    }
  }

  @Test
  void aLinkedWorkingTreeHasTheHistoryOfItsRepository()
      throws IOException, GitAPIException, InterruptedException {
    threeVersions();
    Path linked = folder.resolve("linked");
    RealGit.run(book.path(""), "worktree", "add", "-b", "other", linked.toString());
    Path file = linked.resolve("en/笔记 a.md");
    try (GitRepositories other = new GitRepositories()) {
      GitRepository repository = other.of(file).orElseThrow();
      assertThat(repository.workTree()).isEqualTo(linked.toRealPath());
      assertThat(repository.history(file)).hasSize(3);
    }
  }

  @Test
  void windowsLineEndsAreNoChange() throws IOException, GitAPIException {
    StoredConfig config = book.git().getRepository().getConfig();
    config.setString("core", null, "autocrlf", "true");
    config.save();
    book.write("en/a.md", FIRST.replace("\n", "\r\n")).commit("First");
    book.write("en/b.md", FIRST.replace("\n", "\r\n")).commit("Second");
    ChangedFiles changed = new ChangedFiles(repositories, "HEAD");
    assertThat(changed.contains(book.path("en/a.md"))).isFalse();
    book.write("en/a.md", SECOND.replace("\n", "\r\n"));
    assertThat(changed.contains(book.path("en/a.md"))).isTrue();
  }

  @Test
  void changesSinceABranchCountFromWhereItWasLeft() throws IOException, GitAPIException {
    book.write("en/a.md", FIRST).write("en/b.md", FIRST).write("en/c.md", FIRST).commit("First");
    book.git().checkout().setCreateBranch(true).setName("work").call();
    book.write("en/a.md", SECOND).commit("On the branch");
    book.git().checkout().setName("main").call();
    book.write("en/b.md", SECOND).commit("On main");
    book.git().checkout().setName("work").call();
    book.write("en/d.md", FIRST);
    Files.delete(book.path("en/c.md"));
    ChangedFiles changed = new ChangedFiles(repositories, "main");
    assertThat(
            List.of("en/a.md", "en/b.md", "en/c.md", "en/d.md").stream()
                .filter(name -> changed.contains(book.path(name))))
        .containsExactly("en/a.md", "en/c.md", "en/d.md");
  }
}
