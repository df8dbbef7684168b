package org.amts.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which the headers of a request have begun and do not get on: a client that
 * sends a byte of them now and then would never reach the idle time-out. Connections without a
 * beginning are left to that time-out; a request with complete headers is its handler's. Safe for
 * use by many threads.
 */
final class StalledConnections extends AbstractLifeCycle implements Connection.Listener {

  /** Looks at a connection in the time that it has; at the last of them it is closed. */
  private static final int LOOKS = 3;

  /** What was seen of a connection: requests whose headers were complete, and its bytes. */
  private record Seen(long messages, long bytes, int looks) {}

  private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final Duration patience;

  /**
   * @param patience the longest time that the headers of a request may take
   */
  StalledConnections(Scheduler scheduler, Duration patience) {
    this.scheduler = scheduler;
    this.patience = patience;
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, new Seen(connection.getMessagesIn(), 0, 0));
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  private void schedule() {
    scheduler.schedule(
        () -> {
          if (isRunning()) {
            connections.keySet().forEach(this::look);
            schedule();
          }
        },
        patience.toMillis() / LOOKS,
        TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection) {
    Seen now =
        connections.computeIfPresent(
            connection,
            (same, before) -> {
              long messages = same.getMessagesIn();
              long bytes = same.getBytesIn();
              boolean inWork = messages > same.getMessagesOut();
              boolean stalled = !inWork && messages == before.messages && bytes > before.bytes;
              // The bytes of the last complete headers are the mark from which is counted.
              return stalled
                  ? new Seen(messages, before.bytes, before.looks + 1)
                  : new Seen(messages, bytes, 0);
            });
    if (now != null && now.looks == LOOKS) {
      end(connection);
    }
  }

  /** Says why, if it is the connection that speaks HTTP, and closes. */
  private void end(Connection connection) {
    if (!(connection instanceof ConnectionMetaData)) {
      connection.close();
      return;
    }
    String reason = "the headers did not arrive within " + patience.toSeconds() + " seconds\n";
    String answer =
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: text/plain\r\n"
            + "Content-Length: "
            + reason.length()
            + "\r\n\r\n"
            + reason;
    connection
        .getEndPoint()
        .write(
            Callback.from(connection::close),
            ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
  }
}
