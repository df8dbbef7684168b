package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  @TempDir private Path folder;
  private Path reference;

  @BeforeEach
  void writeReference() throws IOException {
    reference =
        Files.writeString(folder.resolve("ref"), "the cat sat on the mat\na dog ran in the park\n");
  }

  @Test
  void identicalTextScoresBest() {
    Run run = Run.amts("score", "--hyp", reference, "--ref", reference);
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(0)).startsWith("BLEU|").contains("tok:13a", " = 100.00");
    assertThat(run.lines().get(1)).startsWith("chrF2|").contains(" = 100.00");
    assertThat(run.lines().get(2)).startsWith("TER|").contains(" = 0.00");
  }

  @Test
  void printsJsonWithSignatureAndInterval() throws IOException {
    Path machine =
        Files.writeString(folder.resolve("hyp"), "the cat sat on a mat\na dog ran in the park\n");
    Run run =
        Run.amts(
            "score",
            "--hyp",
            machine,
            "--ref",
            reference,
            "--metric",
            "ter",
            "--json",
            "--confidence");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("metric").asText()).isEqualTo("TER");
    assertThat(json.get("value").asDouble()).isCloseTo(100.0 / 12, within(1e-6));
    assertThat(json.get("low").asDouble()).isLessThan(json.get("high").asDouble());
    assertThat(json.get("signature").asText()).contains("version:");
  }

  @Test
  void choosesTheTokenizerByTheScript() throws IOException {
    Path chinese = Files.writeString(folder.resolve("zh"), "机器翻译很好。\n");
    assertThat(Run.amts("score", "--hyp", chinese, "--ref", chinese, "--metric", "bleu").out())
        .contains("tok:zh");
    assertThat(
            Run.amts(
                    "score",
                    "--hyp",
                    chinese,
                    "--ref",
                    chinese,
                    "--metric",
                    "bleu",
                    "--tokenize",
                    "char")
                .out())
        .contains("tok:char");
  }

  @Test
  void comparesTwoSystems() throws IOException {
    Path worse =
        Files.writeString(folder.resolve("old"), "a cat is on some mat\nthe dog ran in a park\n");
    Run run =
        Run.amts(
            "score", "--hyp", reference, "--ref", reference, "--vs", worse, "--metric", "chrf");
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(2)).matches("p = [01]\\.\\d{4}: the difference .*");
  }

  @Test
  void differentLengthsAreNamed() throws IOException {
    Path shorter = Files.writeString(folder.resolve("short"), "one line\n");
    Run run = Run.amts("score", "--hyp", shorter, "--ref", reference);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("short has 1 lines").contains("ref has 2");
  }

  @Test
  void unknownNamesAreMistakesOfUsage() {
    assertThat(
            Run.amts("score", "--hyp", reference, "--ref", reference, "--tokenize", "13b").code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(Run.amts("score", "--hyp", reference, "--ref", reference, "--metric", "x").code())
        .isEqualTo(ExitCode.USAGE.code());
  }
}
