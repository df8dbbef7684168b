package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  private static final String SETTINGS =
      """
      files: [{source: '/en/*.md', translation: '/%two_letters_code%/%original_file_name%'}]
      targets:
        zh:
          engine: fake
      """;

  @TempDir private Path folder;
  private Path book;

  @BeforeEach
  void makeBook() throws IOException {
    book = folder.resolve("book");
    write("amts.yml", SETTINGS);
    write("en/a.md", "# Setup\n");
    write("zh/a.md", "# 安装\n");
    write("en/b.md", "# More\n");
    write("parallel-data/en-zh.csv", "en,zh\nSetup,安装\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = book.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aSoundBookHasNoProblem() {
    Run run = Run.amts("doctor", "-c", book);
    assertThat(run.code()).isZero();
    assertThat(run.lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(run.out())
        .contains("zh       2 documents, 1 of them with a translation")
        .contains("1 pairs of parallel data, 0 terms")
        .contains("fake: \"Open the file.\" is \"ZH:Open the file.\"");
    assertThat(Run.amts("doctor", "-c", book, "-q").out()).isEmpty();
    assertThat(book.resolve(".amts")).as("it only looks").doesNotExist();
  }

  @Test
  void everyProblemIsNamedAndTheOthersAreStillLookedAt() throws IOException {
    write(
        "amts.yml",
        SETTINGS.replace("/en/*.md", "/english/*.md")
            + "    terminology: gone.csv\n  de: {engine: no}\n");
    Files.createDirectories(book.resolve("english"));
    write("amts.lock", "<<<<<<< ours\n");
    Run run = Run.amts("doctor", "-c", book);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.lines().stream().filter(line -> line.startsWith("problem")))
        .hasSize(5)
        .anyMatch(line -> line.contains("lock") && line.contains("amts.lock:1"))
        .anyMatch(line -> line.contains("zh") && line.contains("is a source: change \"files\""))
        .anyMatch(
            line ->
                line.contains("zh")
                    && line.contains("there is no file")
                    && line.contains("gone.csv"))
        .anyMatch(line -> line.contains("de") && line.contains("there is no engine \"no\""));
    assertThat(run.out()).contains("is \"ZH:Open the file.\"");
  }

  @Test
  void anEngineWithoutTheLanguageIsAProblem() throws IOException {
    write("amts.yml", SETTINGS.replace("zh:", "ja:"));
    Run run = Run.amts("doctor", "-c", book, "-q");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.out()).contains("fake does not know en-ja").contains("no parallel data");
  }

  @Test
  void aShallowCloneIsWarnedOf() throws IOException, GitAPIException {
    Git.init().setDirectory(book.toFile()).call().close();
    assertThat(Run.amts("doctor", "-c", book, "-q").out()).isEmpty();
    write(".git/shallow", "0123456789012345678901234567890123456789\n");
    Run run = Run.amts("doctor", "-c", book, "-q");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("warning  Git").contains("fetch-depth: 0");
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    write("amts.yml", SETTINGS + "evaluation: {held-out: ['**/nothing.md']}\n");
    JsonNode json = new ObjectMapper().readTree(Run.amts("doctor", "-c", book, "--json").out());
    assertThat(json)
        .anyMatch(
            each ->
                each.get("state").asText().equals("warning")
                    && each.get("text").asText().contains("held-out"));
    assertThat(json.get(0).get("subject").asText()).isEqualTo("Java");
  }

  @Test
  void withoutABookTheEngineIsTried() {
    Run run = Run.amts("doctor", "-c", folder, "--engine", "fake");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.lines().get(0)).contains("amts init");
    assertThat(run.out()).contains("is \"ES:Open the file.\"");
  }
}
