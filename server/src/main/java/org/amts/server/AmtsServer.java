package org.amts.server;

import java.io.IOException;
import java.net.URI;
import org.amts.engine.TranslationEngine;
import org.amts.server.http.HttpServer;

/**
 * Amazon Translate's interface over an engine.
 *
 * <pre>{@code
 * try (AmtsServer server = AmtsServer.start(ServerSettings.loopback(4566, 4567, data), engine)) {
 *   System.out.println(server.endpoint());
 * }
 * }</pre>
 */
public final class AmtsServer implements AutoCloseable {

  private final HttpServer http;

  private AmtsServer(HttpServer http) {
    this.http = http;
  }

  /**
   * Starts a server.
   *
   * @param engine translates; the caller closes it, after the server
   * @throws IOException if a port is taken, or the data folder cannot be used
   */
  public static AmtsServer start(ServerSettings settings, TranslationEngine engine)
      throws IOException {
    return new AmtsServer(HttpServer.start(settings.host(), settings.port()));
  }

  /** Where the service and the page are. */
  public URI endpoint() {
    return http.endpoint();
  }

  /** Ends what runs; jobs go on at the next start. */
  @Override
  public void close() {
    http.close();
  }
}
