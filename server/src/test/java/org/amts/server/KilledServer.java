package org.amts.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.testing.FakeEngine;

/** A process that serves until it is killed; its engine takes ten milliseconds for a document. */
final class KilledServer {

  private KilledServer() {}

  /** Serves the data folder of the first argument, and writes its endpoints into a file of it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[0]);
    AmtsServer server = AmtsServer.start(ServerSettings.loopback(0, 0, data), new Unhurried());
    Path file = data.resolve("endpoints.new");
    Files.writeString(file, server.endpoint() + "\n" + server.s3Endpoint() + "\n");
    Files.move(file, data.resolve("endpoints"));
    Thread.currentThread().join();
  }

  private static final class Unhurried implements TranslationEngine {

    private final FakeEngine engine = new FakeEngine();

    @Override
    public String identity() {
      return engine.identity();
    }

    @Override
    public Set<LanguagePair> languagePairs() {
      return engine.languagePairs();
    }

    @Override
    public List<Translation> translate(
        LanguagePair pair, List<Segment> segments, IntConsumer progress) {
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return engine.translate(pair, segments, progress);
    }

    @Override
    public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
      return engine.adaptedTo(pair, adaptation);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
