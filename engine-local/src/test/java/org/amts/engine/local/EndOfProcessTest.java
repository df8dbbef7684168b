package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.segment.Segment;
import org.amts.testing.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process ends while threads translate; it is to end as it was told, and not to crash. */
class EndOfProcessTest {

  private static final int CODE = 7;

  /** The process: loads models and translates for ever, until it is told to end. */
  static final class Translator {
    public static void main(String[] arguments) throws Exception {
      CountDownLatch started = new CountDownLatch(2);
      for (int i = 0; i < 2; i++) {
        Thread thread = new Thread(() -> translate(Path.of(arguments[0]), started));
        thread.setDaemon(true);
        thread.start();
      }
      started.await();
      // Another hook, as servers have one, which takes some time to end.
      Runtime.getRuntime().addShutdownHook(new Thread(Translator::pause));
      System.exit(CODE);
    }

    private static void translate(Path model, CountDownLatch started) {
      while (true) {
        try (LocalEngine engine =
            LocalEngine.open(EngineSettings.DEFAULT.withModel(model).withThreads(1))) {
          engine.translate(new LanguagePair("en", "zh"), List.of(Segment.of("ab")), done -> {});
          started.countDown();
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void itEndsAsItWasTold(@TempDir Path folder) throws IOException, InterruptedException {
    TinyModel.copyTo(folder);
    for (int round = 0; round < 3; round++) {
      Process process = ChildProcess.start(Translator.class, 256, folder);
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isEqualTo(CODE);
    }
  }
}
