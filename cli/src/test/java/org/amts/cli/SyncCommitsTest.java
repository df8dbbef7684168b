package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.amts.sync.LockFile;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amts sync --commit} as a maintainer runs it, in a repository with the sample book. */
class SyncCommitsTest {

  private static final Path SAMPLE = Path.of("../examples/handbook");

  @TempDir private Path book;

  private Git git;

  @BeforeEach
  void commitSample() throws IOException, GitAPIException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = book.resolve(SAMPLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Path settings = book.resolve("amts.yml");
    Files.writeString(
        settings,
        Files.readString(settings).replaceAll("(?m)^  (zh|es):$", "  $1:\n    engine: fake"));
    git = Git.init().setDirectory(book.toFile()).setInitialBranch("main").call();
    git.getRepository().getConfig().setString("user", null, "name", "A person");
    git.getRepository().getConfig().setString("user", null, "email", "person@example.org");
    git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
    git.getRepository().getConfig().save();
    commit("Start");
  }

  @AfterEach
  void close() {
    git.close();
  }

  private RevCommit commit(String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    return git.commit().setMessage(message).call();
  }

  private List<RevCommit> log(String branch) throws IOException, GitAPIException {
    List<RevCommit> commits = new ArrayList<>();
    ObjectId start = git.getRepository().resolve(branch);
    git.log().add(start).call().forEach(commits::add);
    return commits;
  }

  @Test
  void oneCommitForEachLanguageAndThenNothingToDo() throws Exception {
    Path summary = book.resolveSibling(book.getFileName() + "-summary.md");
    Run run = Run.amts("sync", "-c", book, "--commit", "--summary", summary);

    assertThat(run.err()).doesNotContain("unexpected");
    assertThat(log("HEAD")).hasSize(3);
    for (int i = 0; i < 2; i++) {
      RevCommit commit = log("HEAD").get(i);
      String language = i == 0 ? "es" : "zh";
      assertThat(commit.getShortMessage()).startsWith("Synchronise " + language + ": ");
      assertThat(commit.getFooterLines("AMTS-Sync")).containsExactly(language);
      assertThat(commit.getFullMessage()).contains("| " + language + "/deployment.md |");
    }
    assertThat(git.status().call().isClean()).isTrue();
    assertThat(Files.readString(summary))
        .contains("## Synchronise zh: ", "## Synchronise es: ", "| words to review |");
    assertThat(LockFile.read(book.resolve("amts.lock")).documents("zh")).hasSize(12);

    Run again = Run.amts("sync", "-c", book, "--commit");
    assertThat(again.code()).isZero();
    assertThat(log("HEAD")).hasSize(3);
    assertThat(Run.amts("status", "-c", book, "--check").code()).isZero();
    Files.delete(summary);
  }

  @Test
  void anotherBranchHoldsTheWorkAndTheWorkingTreeIsAsBefore() throws Exception {
    Run run = Run.amts("sync", "-c", book, "--commit", "--branch", "amts/sync");

    assertThat(run.err()).doesNotContain("unexpected");
    assertThat(log("HEAD")).hasSize(1);
    assertThat(log("amts/sync")).hasSize(3);
    assertThat(git.status().call().isClean()).isTrue();
    assertThat(book.resolve("zh/deployment.md")).doesNotExist();
    git.checkout().setName("amts/sync").call();
    assertThat(Run.amts("status", "-c", book, "--check").code()).isZero();
    // On the other branch, there is work that the present one lacks.
    git.checkout().setName("main").call();
    Run again = Run.amts("sync", "-c", book, "--commit", "--branch", "amts/sync");
    assertThat(again.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(again.err()).contains("has commits that the present one lacks");
  }

  @Test
  void aBranchForEachLanguage() throws Exception {
    Run.amts("sync", "-c", book, "--commit", "--branch", "amts/%two_letters_code%");
    for (String language : List.of("zh", "es")) {
      assertThat(log("amts/" + language)).hasSize(2);
      git.checkout().setName("amts/" + language).call();
      assertThat(LockFile.read(book.resolve("amts.lock")).documents())
          .hasSize(12)
          .allMatch(section -> section.language().equals(language));
    }
    git.checkout().setName("amts/zh").call();
    assertThat(
            git.merge()
                .include(git.getRepository().resolve("amts/es"))
                .call()
                .getMergeStatus()
                .isSuccessful())
        .isFalse(); // both add amts.lock; once it is on the main branch, they merge
  }

  @Test
  void whatAPersonHasNotCommittedStopsTheRun() throws Exception {
    Path translation = book.resolve("zh/index.md");
    Files.writeString(translation, Files.readString(translation) + "\n我的一句话。\n");
    Run run = Run.amts("sync", "-c", book, "--commit");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("commit or stash your changes first", "zh/index.md");
    assertThat(log("HEAD")).hasSize(1);
    assertThat(book.resolve("amts.lock")).doesNotExist();
  }

  @Test
  void mistakesAreExplained() {
    assertThat(Run.amts("sync", "-c", book, "--branch", "x").code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(Run.amts("sync", "-c", book, "--commit", "--dry-run").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aPersonsCommitApprovesWhatItLeavesAlone() throws Exception {
    Run.amts("sync", "-c", book, "--commit", "-l", "zh");
    Path translation = book.resolve("zh/deployment.md");
    String text = Files.readString(translation);
    int line = text.indexOf("ZH:", text.indexOf("\n\n"));
    Files.writeString(translation, text.substring(0, line) + "改" + text.substring(line + 3));
    commit("Better words");

    Run run = Run.amts("approve", "-c", book, "--from-git", "-l", "zh", "--json");

    assertThat(run.code()).isZero();
    Run sync = Run.amts("sync", "-c", book, "-l", "zh");
    assertThat(sync.code()).isZero();
    assertThat(Files.readString(translation)).contains("改");
    String lock = Files.readString(book.resolve("amts.lock"));
    String section = lock.substring(lock.indexOf("en/deployment.md"));
    assertThat(section.substring(0, section.indexOf("\n\n"))).contains(" human approved");
  }
}
