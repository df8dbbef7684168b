package org.amts.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.amts.server.page.WebPage;
import org.amts.server.signature.SignatureVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send a byte now and then, or no end of headers. */
@Timeout(30)
class SlowClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String TRANSLATE =
      "POST / HTTP/1.1\r\nHost: localhost\r\n"
          + "X-Amz-Target: AWSShineFrontendService_20170701.TranslateText\r\n";

  @TempDir private Path logs;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        HttpServer.start(
            new HttpServer.Binding("127.0.0.1", 0, null, null, logs, "id", "secret", PATIENCE),
            (operation, request) -> {
              throw new AssertionError("no request is complete");
            },
            (method, path, parameters) -> {
              pause(2 * PATIENCE.toMillis());
              return new WebPage.Answer(200, "text/plain", new byte[0]);
            },
            new SignatureVerifier("id", "secret", InstantSource.system()),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new PrintWriter(System.err, true));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void headersThatDoNotComeToAnEndAreCutOff() throws IOException {
    assertThat(trickle("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x"))
        .startsWith("HTTP/1.1 408 ")
        .contains("the headers did not arrive within 1 seconds");
  }

  @Test
  void soAreThoseOfALaterRequestOfAConnection() throws IOException {
    String health = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(trickle(health + "GET /health HTTP/1.1\r\n", "X: x\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("HTTP/1.1 408 ");
  }

  @Test
  void aBodyThatDoesNotComeToAnEndIsCutOff() throws IOException {
    assertThat(trickle(TRANSLATE + "Content-Length: 1000\r\n\r\n", "x"))
        .startsWith("HTTP/1.1 408 ")
        .contains("the body did not arrive within 1 seconds");
    assertThat(trickle(TRANSLATE + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"))
        .startsWith("HTTP/1.1 408 ")
        .contains("the body did not arrive within 1 seconds");
  }

  @Test
  void aClientThatSendsTooMuchIsHeardOutSoThatItSeesTheAnswer() throws IOException {
    byte[] piece = "x".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head = TRANSLATE + "Content-Length: " + 10 * piece.length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 10; i++) {
        out.write(piece);
        pause(50);
      }
      byte[] answer = new byte[20];
      int length = socket.getInputStream().read(answer);
      assertThat(new String(answer, 0, length, StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aFloodOfBytesIsNot() throws IOException {
    String head = TRANSLATE + "Content-Length: 1000000000\r\n\r\n";
    assertThat(trickle(head, "")).startsWith("HTTP/1.1 413 ");
    String asks = TRANSLATE + "Content-Length: 200000\r\nExpect: 100-continue\r\n\r\n";
    assertThat(trickle(asks, "")).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aFloodOfHeadersIsRefused() throws IOException {
    assertThat(trickle("GET /health HTTP/1.1\r\n", "A: b\r\n".repeat(1000)))
        .startsWith("HTTP/1.1 431 ");
    assertThat(trickle("GET /health HTTP/1.1\r\n", "A: ".repeat(2000))).startsWith("HTTP/1.1 431 ");
    assertThat(trickle("GET /", "a".repeat(6000))).startsWith("HTTP/1.1 414 ");
  }

  @Test
  void anAnswerThatTakesLongIsNotCutOff() throws IOException {
    assertThat(trickle("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", ""))
        .startsWith("HTTP/1.1 200 ");
  }

  /**
   * Sends a beginning, and then a piece every 100 ms until the server answers for the last time.
   */
  private String trickle(String beginning, String piece) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
      socket.setSoTimeout(100);
      OutputStream out = socket.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
      long end = System.nanoTime() + PATIENCE.multipliedBy(4).toNanos();
      while (System.nanoTime() < end) {
        try {
          int next = socket.getInputStream().read();
          if (next < 0) {
            break;
          }
          answer.write(next);
        } catch (SocketTimeoutException e) {
          if (!answer.toString(StandardCharsets.US_ASCII).contains(" 408 ")) {
            out.write(piece.getBytes(StandardCharsets.US_ASCII));
          }
        }
      }
    } catch (IOException e) {
      // Closed by the server while this side was writing: what came before counts.
    }
    return answer.toString(StandardCharsets.US_ASCII);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
