package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundtripCommandTest {

  @TempDir private Path folder;

  @Test
  void countsFilesOfKnownExtensionsAndReportsWhatIsWrongWithThem() throws IOException {
    Files.writeString(folder.resolve("a.md"), "# A\r\n\r\n*b* `c`");
    Files.createDirectories(folder.resolve("sub/.git"));
    Files.write(folder.resolve("sub/b.md"), new byte[] {(byte) 0xC3});
    Files.write(folder.resolve("sub/.git/c.md"), new byte[] {(byte) 0xC3});
    Files.write(folder.resolve("picture.png"), new byte[] {1, 2, 3});
    Run run = Run.amts("roundtrip", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("b.md")
        .contains("2 files, 15 bytes: 2 identical, 0 differ; 1 errors and 0 warnings");
  }

  @Test
  void quietSaysNothingWhereNothingDiffers() throws IOException {
    Files.writeString(folder.resolve("a.md"), "text");
    assertThat(Run.amts("roundtrip", "-q", "--all", folder)).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void aMissingFolderFails() {
    Run run = Run.amts("roundtrip", folder.resolve("nowhere"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("nowhere: no such file or folder");
  }

  @Test
  void aRealBookComesOutAsItWentIn() {
    Path book = Path.of(System.getProperty("amts.corpora", "none"), "d2l");
    assumeTrue(Files.isDirectory(book), "skipped: no corpora beside the checkout");
    Run run = Run.amts("roundtrip", book);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
  }
}
