package org.amts.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.amts.testing.FakeEngine;

/** A process that serves until it is killed; each call of its engine takes a tenth of a second. */
final class KilledServer {

  private KilledServer() {}

  /** Serves the data folder of the first argument, and writes its endpoints into a file of it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[0]);
    AmtsServer server =
        AmtsServer.start(
            ServerSettings.loopback(0, 0, data), FakeEngine.after(KilledServer::sleep));
    Path file = data.resolve("endpoints.new");
    Files.writeString(file, server.endpoint() + "\n" + server.s3Endpoint() + "\n");
    Files.move(file, data.resolve("endpoints"));
    Thread.currentThread().join();
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
