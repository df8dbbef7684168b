package org.amts.engine.local.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.segment.Segment;
import org.amts.testing.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process uses the same folder, and is killed while it writes. */
class MemoryProcessTest {

  private static final LanguagePair PAIR = new LanguagePair("en", "zh");

  /** The process: adds for ever, ten examples at a time, and says so. */
  static final class Writer {
    public static void main(String[] arguments) {
      try (TranslationMemory memory = TranslationMemory.open(Path.of(arguments[0]), PAIR)) {
        while (true) {
          memory.add(batch(memory.size()));
          System.out.println(memory.size());
        }
      }
    }
  }

  private static List<Example> batch(int first) {
    return IntStream.range(first, first + 10)
        .mapToObj(i -> new Example(Segment.of("sentence number w" + i), "t" + i))
        .toList();
  }

  @Test
  void aKilledProcessLeavesWhatItHadAdded(@TempDir Path folder) throws Exception {
    for (int round = 0; round < 3; round++) {
      Process writer = ChildProcess.start(Writer.class, 128, folder);
      int told = 0;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
        for (int i = 0; i < 5 + round; i++) {
          told = Integer.parseInt(lines.readLine());
        }
        assertThatThrownBy(() -> TranslationMemory.open(folder, PAIR))
            .isInstanceOf(EngineException.class)
            .hasMessageContaining("in use by another run");
        writer.destroyForcibly().waitFor();
      }
      try (TranslationMemory memory = TranslationMemory.open(folder, PAIR)) {
        int size = memory.size();
        assertThat(size).isGreaterThanOrEqualTo(told);
        assertThat(size % 10).as("batches are whole").isZero();
        for (int id = 0; id < size; id++) {
          assertThat(memory.get(id).target()).isEqualTo("t" + id);
        }
        Segment last = Segment.of("sentence number w" + (size - 1));
        assertThat(memory.search(last, 1, 1)).extracting(MemoryMatch::id).containsExactly(size - 1);
      }
    }
  }
}
