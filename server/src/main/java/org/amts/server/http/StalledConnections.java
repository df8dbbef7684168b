package org.amts.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request has begun and does not get on: a client that sends a byte
 * of its headers now and then would never reach the idle time-out. Connections without an
 * unfinished request are left to that time-out. Safe for use by many threads.
 */
final class StalledConnections extends AbstractLifeCycle implements Connection.Listener {

  private static final int SECONDS_BETWEEN_LOOKS = 10;

  /** Two looks without a finished header: between 20 and 30 seconds. */
  private static final int MOST_LOOKS = 2;

  /** What was seen of a connection: requests whose headers were complete, and its bytes. */
  private record Seen(long messages, long bytes, int looks) {}

  private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
  private final Scheduler scheduler;

  StalledConnections(Scheduler scheduler) {
    this.scheduler = scheduler;
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
        SECONDS_BETWEEN_LOOKS,
        TimeUnit.SECONDS);
  }

  private void look(Connection connection) {
    Seen now =
        connections.computeIfPresent(
            connection,
            (same, before) -> {
              long messages = same.getMessagesIn();
              long bytes = same.getBytesIn();
              boolean stalled = messages == before.messages && bytes > before.bytes;
              // The bytes of the last complete request are the mark from which is counted.
              return stalled
                  ? new Seen(messages, before.bytes, before.looks + 1)
                  : new Seen(messages, bytes, 0);
            });
    if (now != null && now.looks > MOST_LOOKS) {
      connection.close();
    }
  }
}
