package org.amts.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Writes a line for each request: who asked for what, how it ended, how long it took. Never a text,
 * a name or a key, so that the log can be given away. Files of at most {@value #BYTES} bytes, of
 * which {@value #FILES} are kept. Safe for use by many threads.
 */
final class AccessLog implements AutoCloseable {

  private static final int BYTES = 10_000_000;
  private static final int FILES = 5;
  private static final int LONGEST_AGENT = 100;

  private final FileHandler file;

  /**
   * @param folder which is made if it is missing; the newest file is {@code access.0.log}
   */
  AccessLog(Path folder) throws IOException {
    Files.createDirectories(folder);
    String pattern = folder.toString().replace("%", "%%") + "/access.%g.log";
    file = new FileHandler(pattern, BYTES, FILES, true);
    file.setFormatter(
        new Formatter() {
          @Override
          public String format(LogRecord line) {
            return line.getMessage() + "\n";
          }
        });
  }

  /**
   * Writes a line.
   *
   * @param what operation, or method and path
   * @param outcome HTTP status, and the name of the error if it is one
   * @param micros how long it took, in microseconds
   */
  void write(Request request, String requestId, String what, String outcome, long micros) {
    file.publish(
        new LogRecord(
            Level.INFO,
            String.join(
                " ",
                Instant.now().toString(),
                Request.getRemoteAddr(request),
                requestId,
                clean(what),
                outcome,
                micros / 1000 + "." + String.valueOf(1000 + micros % 1000).substring(1) + "ms",
                "\"" + clean(agent(request)) + "\"")));
  }

  private static String agent(Request request) {
    String agent = request.getHeaders().get(HttpHeader.USER_AGENT);
    return agent == null ? "-" : agent;
  }

  /** Nothing that a client sends may begin a new line or end a field. */
  private static String clean(String value) {
    String printable = value.replaceAll("[^\\x20-\\x7e]|\"", "?");
    return printable.substring(0, Math.min(printable.length(), LONGEST_AGENT));
  }

  @Override
  public void close() {
    file.close();
  }
}
