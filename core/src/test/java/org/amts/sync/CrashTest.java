package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends at any step is finished by the next one, with the same result. */
class CrashTest {

  /** The process is gone. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
      super("crash");
    }
  }

  /** Ends the process before or after a step. */
  private static final class CrashingSteps implements FileSteps {
    private int left;
    private final boolean after;

    CrashingSteps(int steps, boolean after) {
      this.left = steps;
      this.after = after;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      step(() -> DISK.write(file, content));
    }

    @Override
    public void delete(Path file) throws IOException {
      step(() -> DISK.delete(file));
    }

    private interface Step {
      void run() throws IOException;
    }

    private void step(Step step) throws IOException {
      if (--left == 0 && !after) {
        throw new Crash();
      }
      step.run();
      if (left == 0) {
        throw new Crash();
      }
    }
  }

  @TempDir Path folder;
  private SmallBook book;
  private Map<String, String> start;
  private Map<String, String> sources;
  private Map<String, String> expected;

  @BeforeEach
  void runUndisturbed() throws IOException {
    book = new SmallBook(folder);
    book.write("en/a.md", text("A", "first", "second", "third"));
    book.write("es/a.md", text("Á", "primera", "segunda", "tercera"));
    book.write("en/b.md", text("B", "fourth", "fifth", "sixth"));
    book.write("es/b.md", text("Bé", "cuarta", "quinta", "sexta"));
    book.write("en/old.md", text("Old", "seventh", "eighth", "ninth"));
    book.write("es/old.md", text("Viejo", "séptima", "octava", "novena"));
    book.adopt();
    // Text moves from one file to another, a file is renamed, text is edited, removed and new.
    book.change("en/a.md", "The second sentence counts 2 apples and 3 pears.\n\n", "");
    book.change("en/b.md", "fifth sentence counts 2", "fifth sentence counts 7");
    book.write(
        "en/b.md", book.read("en/b.md") + "\nThe second sentence counts 2 apples and 3 pears.\n");
    book.write("en/new.md", book.read("en/old.md").replace("ninth", "ninth and last"));
    book.delete("en/old.md");
    start = book.files();
    sources = book.copies();
    book.sync();
    expected = book.files();
    assertThat(expected).containsKey("es/new.md").doesNotContainKey("es/old.md");
    assertThat(expected.get("es/b.md")).contains("La segunda");
  }

  private static String text(String title, String... ordinals) {
    StringBuilder out = new StringBuilder("# " + title + " one two three\n");
    boolean english = !ordinals[0].endsWith("a");
    for (String ordinal : ordinals) {
      out.append(
          english
              ? "\nThe " + ordinal + " sentence counts 2 apples and 3 pears.\n"
              : "\nLa " + ordinal + " frase cuenta 2 manzanas y 3 peras.\n");
    }
    return out.toString();
  }

  @Test
  void atEveryStep() throws IOException {
    int crashes = 0;
    for (boolean after : new boolean[] {false, true}) {
      for (int step = 1; ; step++) {
        restore();
        if (!crashes(new CrashingSteps(step, after))) {
          break;
        }
        crashes++;
        book.steps = FileSteps.DISK;
        book.sync();
        assertThat(book.files())
            .as("crash %s step %d", after ? "after" : "before", step)
            .isEqualTo(expected);
      }
    }
    assertThat(crashes).isGreaterThan(20);
  }

  @Test
  void againAndAgain() throws IOException {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      restore();
      int crashes = 0;
      while (crashes < 5
          && crashes(new CrashingSteps(1 + random.nextInt(12), random.nextBoolean()))) {
        crashes++;
      }
      book.steps = FileSteps.DISK;
      book.sync();
      assertThat(book.files()).as("seed %d round %d", seed, round).isEqualTo(expected);
    }
  }

  @Test
  void whatAPersonChangesAfterTheCrashStays() throws IOException {
    // The decision is there, the files are not written yet.
    int decided = 0;
    for (int step = 1; decided == 0; step++) {
      restore();
      assertThat(crashes(new CrashingSteps(step, true))).isTrue();
      if (folder.resolve(".amts/sync/pending").toFile().exists()) {
        decided = step;
      }
    }
    String edited = start.get("es/b.md").replace("cuarta", "CUARTA");
    book.write("es/b.md", edited);
    book.steps = FileSteps.DISK;
    assertThat(book.synchronization().recover()).containsExactly("es/b.md");
    assertThat(book.read("es/b.md")).isEqualTo(edited);
    assertThat(book.read("es/new.md")).isEqualTo(expected.get("es/new.md"));
    book.sync();
    assertThat(book.read("es/b.md")).contains("CUARTA").contains("The second");
  }

  private void restore() throws IOException {
    book.restore(start);
    sources.forEach(book::write);
  }

  private boolean crashes(FileSteps steps) throws IOException {
    book.steps = steps;
    try {
      book.sync();
      return false;
    } catch (Crash e) {
      return true;
    }
  }
}
