package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLayerFileTest {

  private static final OutputLayerFile.Content CONTENT =
      new OutputLayerFile.Content(
          Map.of(2, new RoundedVector(new byte[] {1, -2, 3}, 0.5f)),
          new MemoryRegister(new float[] {0, 1, -1, 0.25f}));

  @TempDir private Path folder;

  @Test
  void findsAgainWhatItWrote() {
    file("model", "memory").write(CONTENT);
    OutputLayerFile.Content read = read("model", "memory").orElseThrow();
    assertThat(read.rows().keySet()).containsExactly(2);
    assertThat(read.rows().get(2).integers()).containsExactly(1, -2, 3);
    assertThat(read.rows().get(2).scale()).isEqualTo(0.5f);
    assertThat(read.register().logRatios()).containsExactly(0, 1, -1, 0.25f);
  }

  @Test
  void anotherModelOrMemoryHasNone() {
    file("model", "memory").write(CONTENT);
    assertThat(read("other", "memory")).isEmpty();
    assertThat(read("model", "other")).isEmpty();
  }

  @Test
  void damagedFileIsMissing() throws IOException {
    assertThat(read("model", "memory")).isEmpty();
    file("model", "memory").write(CONTENT);
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), java.util.Arrays.copyOf(whole, length));
      assertThat(read("model", "memory")).isEmpty();
    }
    for (int place = 0; place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 1;
      Files.write(path(), damaged);
      assertThat(read("model", "memory")).isEmpty();
    }
  }

  private Optional<OutputLayerFile.Content> read(String model, String memory) {
    return file(model, memory).read(3, 4);
  }

  private OutputLayerFile file(String model, String memory) {
    return new OutputLayerFile(path(), model, memory);
  }

  private Path path() {
    return folder.resolve("output");
  }
}
