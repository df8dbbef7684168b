package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is the same for every command: help, mistakes, failures, pipes. */
class AmtsTest {

  @TempDir private Path folder;

  @Test
  void helpListsEveryCommandAndGoesToStandardOutput() {
    Run run = Run.amts("--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("extract", "roundtrip", "align", "translate", "score");
  }

  @Test
  void everyCommandHasAnExampleInItsHelpAndItsPlaceInTheManual() throws IOException {
    String manual = Files.readString(Path.of("../docs/commands.md"));
    new CommandLine(new Amts(Console.system()))
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(command.getUsageMessage()).contains("Example", "  amts " + name);
              assertThat(manual).contains("\n## " + name + "\n", "amts " + name);
            });
  }

  @Test
  void everyExitCodeIsInTheManual() throws IOException {
    String manual = Files.readString(Path.of("../docs/commands.md"));
    for (ExitCode exitCode : ExitCode.values()) {
      assertThat(manual).contains("| " + exitCode.code() + " | `" + exitCode + "` |");
    }
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code)).doesNotHaveDuplicates();
  }

  @Test
  void aMisspeltOptionIsExplainedInTwoLines() {
    Run run = Run.amts("extract", "--form", "en", "a.md");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--form", "amts extract --help");
    assertThat(run.err().lines()).hasSizeLessThan(4);
  }

  @Test
  void aMissingCommandIsAMistakeOfUsage() {
    assertThat(Run.amts().code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aMissingFileIsNamedWithoutAStackTrace() {
    Run run = Run.amts("extract", folder.resolve("nowhere.md"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err())
        .startsWith("amts extract: ")
        .contains("nowhere.md: no such file")
        .doesNotContain("\tat ");
  }

  @Test
  void verboseAddsTheStackTrace() {
    Run run = Run.amts("extract", "--verbose", folder.resolve("nowhere.md"));
    assertThat(run.err()).contains("\tat org.amts.cli");
  }

  @Test
  void aReaderThatWentAwayEndsTheCommandQuietly() throws IOException {
    Path document = Files.writeString(folder.resolve("long.md"), "One sentence.\n\n".repeat(2000));
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(
                new OutputStreamWriter(ClosedPipe.detectedOn(closed), StandardCharsets.UTF_8)),
            new PrintWriter(err, true),
            false);
    assertThat(Amts.run(console, "extract", document.toString())).isZero();
    assertThat(err.toString()).isEmpty();
  }
}
