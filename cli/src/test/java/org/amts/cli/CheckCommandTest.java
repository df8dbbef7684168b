package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.testing.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path book;

  private void write(String name, String text) throws IOException {
    Path file = book.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void makeBook() throws IOException {
    write(
        "amts.yml",
        "files: [{source: '/en/*.md', translation: '/zh/%original_file_name%'}]\ntargets: {zh: }\n");
    write("en/a.md", "# Setup\n\nSee [setup](#setup) and :ref:`gone`.\n");
    write("zh/a.md", "# 安装\n\n见[安装](#setup)和 :ref:`gone`。\n");
  }

  @Test
  void whatOnlyTheTranslationHasBrokenFails() throws IOException {
    makeBook();
    Run run = Run.amts("check", "-c", book);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.lines())
        .containsExactly(
            "en/a.md:3: warning: label \"gone\": no document defines the label \"gone\"",
            "zh/a.md:3: error: link \"#setup\": zh/a.md has no place #setup",
            "zh/a.md:3: warning: label \"gone\": no document defines the label \"gone\" (in the source, too)");
    write("zh/a.md", "# 安装\n\n见[安装](#安装)和 :ref:`gone`。\n");
    assertThat(Run.amts("check", "-c", book).code()).isZero();
    assertThat(Run.amts("check", "-c", book, "--strict").code()).isEqualTo(ExitCode.FAILURE.code());
  }

  @Test
  void jsonAndAnnotationsSayTheSame() throws IOException {
    makeBook();
    JsonNode json = new ObjectMapper().readTree(Run.amts("check", "-c", book, "--json").out());
    assertThat(json.get(1).get("broken").asInt()).isEqualTo(1);
    assertThat(json.get(1).get("findings").get(0).get("kind").asText()).isEqualTo("link");
    assertThat(Run.amts("check", "-c", book, "--format", "github").out())
        .contains("::error file=zh/a.md,line=3::link \"#setup\"")
        .contains("::warning file=en/a.md,line=3::label");
  }

  @Test
  void annotationsEscapeWhatGitHubReads() {
    Diagnostic diagnostic =
        new Diagnostic(Severity.WARNING, "zh/a,b:c.md", 0, "100% wrong\nreally");
    assertThat(new Annotations(book, book.getParent()).of(diagnostic))
        .isEqualTo(
            "::warning file=" + book.getFileName() + "/zh/a%2Cb%3Ac.md::100%25 wrong%0Areally");
  }

  /** Every label, link and entry of the human Chinese translation leads somewhere but two. */
  @Test
  void hardlyAnythingIsBrokenInARealBook() throws IOException {
    Path d2l = Corpora.find("d2l");
    Run run = Run.amts("check", "-c", "../bench/books/d2l.yml", "--root", d2l, "--json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isZero();
    assertThat(json.get(0).get("broken").asInt()).isEqualTo(15);
    assertThat(json.get(1).get("references").asInt()).isGreaterThan(1300);
    assertThat(json.get(1).get("broken").asInt()).isZero();
    assertThat(json.get(1).get("brokenInSourceToo").asInt()).isEqualTo(2);
  }
}
