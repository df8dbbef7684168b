package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  @TempDir private Path folder;

  @Test
  void printsAJsonObjectForEachSegment() throws IOException {
    Run run = Run.withInput("# Title\n\nUse `x`. See [it](a.md).\n", "extract", "-");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(3);
    JsonNode title = new ObjectMapper().readTree(run.lines().get(0));
    assertThat(title.get("block").asText()).isEqualTo("heading");
    assertThat(title.get("text").asText()).isEqualTo("Title");
    JsonNode last = new ObjectMapper().readTree(run.lines().get(2));
    assertThat(last.get("index").asInt()).isEqualTo(2);
    assertThat(last.get("line").asInt()).isEqualTo(3);
    assertThat(last.get("text").asText()).isEqualTo("See [it]⟦0⟧.");
    assertThat(last.get("expanded").asText()).isEqualTo("See [it](a.md).");
    assertThat(last.at("/placeholders/0/kind").asText()).isEqualTo("link");
    assertThat(last.at("/placeholders/0/original").asText()).isEqualTo("(a.md)");
  }

  @Test
  void splitsChineseWithoutBeingTold() {
    assertThat(Run.withInput("第一句。第二句。\n", "extract", "-").lines()).hasSize(2);
  }

  @Test
  void aDamagedFileIsADiagnosticAndNoFailure() throws IOException {
    Path file = Files.write(folder.resolve("bad.md"), new byte[] {'a', '\n', (byte) 0xFF});
    Run run = Run.amts("extract", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.md").contains("error: ");
  }

  @Test
  void isTheSameInATurkishLocale() {
    String input = "# INDEX I\n\nIt is `I`.\n";
    Run expected = Run.withInput(input, "extract", "-");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Run.withInput(input, "extract", "-")).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
