package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.amts.engine.Example;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private static final int WIDTH = 4;
  private static final ExampleKey FIRST = ExampleKey.of(Example.of("A book.", "Un libro."));
  private static final ExampleKey SECOND = ExampleKey.of(Example.of("A book.", "Una obra."));
  private static final ExampleStates STATES =
      ExampleStates.of(new int[] {7, 8}, new float[][] {{1, 2, 3, 4}, {-1, 0.5f, 0, 9}});

  @TempDir private Path folder;

  @Test
  void findsAgainWhatItWrote() {
    try (StateFile file = open("model")) {
      file.append(FIRST, STATES);
      file.append(SECOND, ExampleStates.NONE);
      assertThat(bytes(file.read(FIRST))).isEqualTo(bytes(STATES));
    }
    try (StateFile file = open("model")) {
      assertThat(bytes(file.read(FIRST))).isEqualTo(bytes(STATES));
      assertThat(Objects.requireNonNull(file.read(SECOND)).size()).isZero();
    }
  }

  @Test
  void anotherModelBeginsAnew() {
    try (StateFile file = open("model")) {
      file.append(FIRST, STATES);
    }
    try (StateFile file = open("other")) {
      assertThat(file.read(FIRST)).isNull();
      file.append(FIRST, STATES);
      assertThat(file.read(FIRST)).isNotNull();
    }
  }

  /** Whatever a killed process left at the end, what stands before it is good. */
  @Test
  void aTornEndIsCutOff() throws IOException {
    try (StateFile file = open("model")) {
      file.append(FIRST, STATES);
      file.append(SECOND, STATES);
    }
    byte[] whole = Files.readAllBytes(path());
    int headerLength =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n');
    int firstEnd = headerLength + 1 + (whole.length - headerLength - 1) / 2;
    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), Arrays.copyOf(whole, length));
      try (StateFile file = open("model")) {
        assertThat(file.read(FIRST) != null).isEqualTo(length >= firstEnd);
        assertThat(file.read(SECOND)).isNull();
        file.append(SECOND, STATES);
        assertThat(bytes(file.read(SECOND))).isEqualTo(bytes(STATES));
      }
    }
  }

  @Test
  void aDamagedRecordIsMissing() throws IOException {
    try (StateFile file = open("model")) {
      file.append(FIRST, STATES);
      file.append(SECOND, STATES);
    }
    byte[] whole = Files.readAllBytes(path());
    whole[whole.length - 1] ^= 1;
    Files.write(path(), whole);
    try (StateFile file = open("model")) {
      assertThat(file.read(FIRST)).isNotNull();
      assertThat(file.read(SECOND)).isNull();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNoFile() throws IOException {
    Files.writeString(folder.resolve("plain"), "x");
    assertThat(StateFile.open(folder.resolve("plain/states"), "model", WIDTH)).isNull();
  }

  private Path path() {
    return folder.resolve("states");
  }

  private StateFile open(String model) {
    return Objects.requireNonNull(StateFile.open(path(), model, WIDTH));
  }

  private static byte[] bytes(@Nullable ExampleStates states) {
    Objects.requireNonNull(states);
    ByteBuffer bytes = ByteBuffer.allocate(ExampleStates.bytesOnDisk(states.size(), WIDTH));
    states.put(bytes);
    return bytes.array();
  }
}
