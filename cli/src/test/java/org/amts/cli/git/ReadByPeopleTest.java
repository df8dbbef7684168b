package org.amts.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amts.sync.SegmentHash;
import org.amts.translate.LoadedDocument;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's commit on a segment that stood there before approves it. */
class ReadByPeopleTest {

  private static final String MACHINE = "第一句。第二句。\n\n第三句。\n";

  @TempDir private Path folder;

  private final GitRepositories repositories = new GitRepositories();
  private GitBook book;

  @BeforeEach
  void makeBook() throws IOException, GitAPIException {
    book = new GitBook(folder);
    book.write("en/a.md", "One. Two.\n\nThree.\n").commit("Source");
  }

  @AfterEach
  void close() {
    repositories.close();
    book.close();
  }

  private Set<String> read() {
    LoadedDocument document = book.load("en/a.md", "zh");
    Set<String> hashes =
        new ReadByPeople(repositories)
            .find(document.document().translation(), document.translation(), hash -> true);
    return document.translation().segments().stream()
        .filter(segment -> hashes.contains(SegmentHash.of(segment.segment())))
        .map(segment -> segment.segment().expanded())
        .collect(Collectors.toSet());
  }

  private void machineCommits() throws IOException, GitAPIException {
    book.write("zh/a.md", MACHINE);
    book.commit("Synchronise zh\n\nAMTS-Sync: zh");
  }

  @Test
  void whatAPersonEditedAroundIsRead() throws IOException, GitAPIException {
    machineCommits();
    assertThat(read()).isEmpty();
    book.write("zh/a.md", MACHINE.replace("第一句", "首句")).commit("Better words");
    // The edited sentence itself did not stand there before: it is the person's own.
    assertThat(read()).containsExactly("第二句。");
  }

  @Test
  void theCommitThatBringsAMachinesWordsApprovesNothing() throws IOException, GitAPIException {
    book.write("zh/a.md", MACHINE).commit("Ran amts sync and committed it");
    assertThat(read()).isEmpty();
  }

  @Test
  void amtsItselfApprovesNothing() throws IOException, GitAPIException {
    machineCommits();
    book.write("zh/a.md", MACHINE.replace("第一句", "首句"));
    book.commit("Synchronise zh\n\nAMTS-Sync: zh");
    assertThat(read()).isEmpty();
  }

  @Test
  void whatIsNotCommittedApprovesNothing() throws IOException, GitAPIException {
    machineCommits();
    book.write("zh/a.md", MACHINE.replace("第一句", "首句"));
    assertThat(read()).isEmpty();
  }

  @Test
  void aCommitOfSyncCommitIsKnownAsItsOwn() throws IOException, GitAPIException {
    GitRepository repository = repositories.of(folder).orElseThrow();
    book.write("zh/a.md", MACHINE);
    SyncCommit.to(repository, null)
        .commit(
            "zh",
            Map.of(book.path("zh/a.md"), Optional.of(MACHINE.getBytes("UTF-8"))),
            "Synchronise zh");
    String edited = MACHINE.replace("第一句", "首句");
    SyncCommit.to(repository, null)
        .commit(
            "zh",
            Map.of(book.path("zh/a.md"), Optional.of(edited.getBytes("UTF-8"))),
            "Synchronise zh");
    book.write("zh/a.md", edited);
    assertThat(read()).isEmpty();
    book.write("zh/a.md", edited.replace("第三句", "末句")).commit("A person");
    book.write("zh/a.md", edited.replace("第二句。", "第二句！")).commit("A person");
    assertThat(read()).containsExactlyInAnyOrder("首句。");
  }
}
