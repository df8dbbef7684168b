package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {

  @TempDir private Path folder;
  private Path english;
  private Path chinese;

  @BeforeEach
  void writeDocuments() throws IOException {
    english =
        Files.writeString(
            folder.resolve("a.md"),
            "# Losses\n\nWe call `loss(x)` 3 times.\nThen we stop.\n\n![Curve](c.png)\n");
    chinese =
        Files.writeString(
            folder.resolve("a.zh.md"), "# 损失\n\n我们调用 `loss(x)` 3 次。然后我们停止。\n\n![曲线](c.png)\n");
  }

  @Test
  void printsPairsWithTabs() {
    Run run = Run.amts("align", english, chinese);
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .allSatisfy(line -> assertThat(line).matches("[01]\\.\\d{3}\t[^\t]+\t[^\t]+"))
        .anySatisfy(line -> assertThat(line).contains("\tWe call `loss(x)` 3 times.\t我们调用"));
    assertThat(run.err()).contains("4 source and 4 target segments: 4 pairs");
  }

  @Test
  void printsBeadsOverEverySegment() {
    assertThat(Run.amts("align", "-q", "--beads", english, chinese))
        .isEqualTo(new Run(0, "[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n", ""));
  }

  @Test
  void printsJson() throws IOException {
    Run run = Run.amts("align", "--json", english, chinese);
    JsonNode first = new ObjectMapper().readTree(run.lines().get(0));
    assertThat(first.get("source").asText()).isEqualTo("Losses");
    assertThat(first.get("target").asText()).isEqualTo("损失");
    assertThat(first.get("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(first.at("/targetSegments/0").asInt()).isZero();
  }

  @Test
  void alignsFilesOfSentences() throws IOException {
    Path source = Files.writeString(folder.resolve("s.en"), "One 1.\nTwo 2.\nThree 3.\n");
    Path target = Files.writeString(folder.resolve("s.es"), "Uno 1.\r\nDos 2.\r\nTres 3.");
    assertThat(Run.amts("align", "--sentences", "--beads", source, target).lines())
        .containsExactly("[0]:[0]", "[1]:[1]", "[2]:[2]");
  }

  @Test
  void textThatIsNotUtf8IsNamed() throws IOException {
    Path bad = Files.write(folder.resolve("bad.txt"), new byte[] {'a', (byte) 0xFF});
    Run run = Run.amts("align", "--sentences", bad, bad);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("bad.txt: not UTF-8 from byte 1 on");
  }

  @Test
  void onlyOneFormOfOutput() {
    assertThat(Run.amts("align", "--json", "--beads", english, chinese).code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(Run.amts("align", "--min-confidence", "2", english, chinese).code())
        .isEqualTo(ExitCode.USAGE.code());
  }
}
