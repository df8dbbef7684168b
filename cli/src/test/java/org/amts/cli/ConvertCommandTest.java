package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

  @TempDir private Path folder;

  @Test
  void goesToTmxAndBackWithoutLoss() throws IOException {
    String csv = "en,zh\n\"One, two\",一，二\nCode `x<y`,代码 `x<y`\n";
    Path original = Files.writeString(folder.resolve("a.csv"), csv);
    Path tmx = folder.resolve("a.tmx");
    Path tsv = folder.resolve("a.tsv");
    Path back = folder.resolve("back.csv");
    assertThat(Run.amts("convert", original, tmx).code()).isZero();
    assertThat(Run.amts("convert", tmx, tsv).code()).isZero();
    Run last = Run.amts("convert", tsv, back);
    assertThat(last.err()).contains("2 pairs en-zh; 0 left out");
    assertThat(Files.readString(tmx)).contains("<tmx", "xml:lang=\"zh\"", "x&lt;y");
    assertThat(Files.readString(back)).isEqualToNormalizingNewlines(csv);
  }

  @Test
  void asksWhichOfSeveralLanguages() throws IOException {
    Path both = Files.writeString(folder.resolve("a.csv"), "en,es,zh\nOne,Uno,一\n");
    Path out = folder.resolve("b.csv");
    Run unclear = Run.amts("convert", both, out);
    assertThat(unclear.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(unclear.err()).contains("--to: es, zh");
    assertThat(out).doesNotExist();
    assertThat(Run.amts("convert", both, out, "--to", "zh").code()).isZero();
    assertThat(Files.readString(out)).contains("一").doesNotContain("Uno");
  }

  @Test
  void namesMustSayTheFormat() {
    assertThat(Run.amts("convert", "a.xls", "b.csv").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aFileIsNotWrittenOverItself() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "en,zh\nOne,一\n");
    assertThat(Run.amts("convert", file, file).code()).isEqualTo(ExitCode.USAGE.code());
  }
}
