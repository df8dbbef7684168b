package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntFileTest {

  private static final LearntFile.Content CONTENT =
      new LearntFile.Content(
          new NetworkLearning.Learnt(
              Map.of("up.dec.0.f1", new float[] {1, -2, 0.5f}),
              Map.of(3, new float[] {0, 127}),
              Map.of(2, new float[] {12.7f, -0.1f})),
          new MemoryRegister(new float[] {0, 1, -1, 0.25f}),
          Set.of(new ExampleKey(5, 6)));

  @TempDir private Path folder;

  @Test
  void findsAgainWhatItWrote() {
    file("model").write(CONTENT);
    LearntFile.Content read = file("model").read().orElseThrow();
    assertThat(read.learnt().factors().get("up.dec.0.f1")).containsExactly(1, -2, 0.5f);
    assertThat(read.learnt().embedding().get(3)).containsExactly(0, 127);
    assertThat(read.learnt().output().get(2))
        .containsExactly(new float[] {12.7f, -0.1f}, within(1e-6f));
    assertThat(read.register().logRatios()).containsExactly(0, 1, -1, 0.25f);
    assertThat(read.examples()).containsExactly(new ExampleKey(5, 6));
  }

  @Test
  void anotherModelHasNone() {
    file("model").write(CONTENT);
    assertThat(file("other").read()).isEmpty();
  }

  @Test
  void damagedFileIsMissing() throws IOException {
    assertThat(file("model").read()).isEmpty();
    file("model").write(CONTENT);
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), Arrays.copyOf(whole, length));
      assertThat(read()).isEmpty();
    }
    for (int place = 0; place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 1;
      Files.write(path(), damaged);
      assertThat(read()).isEmpty();
    }
  }

  private Optional<LearntFile.Content> read() {
    return file("model").read();
  }

  private LearntFile file(String model) {
    return new LearntFile(path(), model);
  }

  private Path path() {
    return folder.resolve("learnt");
  }
}
