package org.amts.server.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.amts.server.page.WebPage;
import org.amts.server.protocol.ServiceException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * What is asked for without a signature: {@code /health}, by anybody; {@code /metrics} and the
 * page, from this machine, or with the keys as user and password.
 */
final class PageHandler extends Handler.Abstract.NonBlocking {

  private static final int LONGEST_FORM = 65_536;
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final WebPage page;
  private final PrometheusMeterRegistry meters;
  private final String credentials;
  private final WorkQueue queue;
  private final Duration patience;
  private final AccessLog log;

  /**
   * @param credentials id and secret of the access key, with a colon between
   */
  PageHandler(
      WebPage page,
      PrometheusMeterRegistry meters,
      String credentials,
      WorkQueue queue,
      Duration patience,
      AccessLog log) {
    this.page = page;
    this.meters = meters;
    this.credentials = credentials;
    this.queue = queue;
    this.patience = patience;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long began = System.nanoTime();
    String id = UUID.randomUUID().toString();
    BiConsumer<String, Reply> answer =
        (what, reply) -> {
          long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
          log.write(request, id, what, reply.outcome(), micros);
          secure(response.getHeaders());
          reply.send(response, id, callback);
        };
    String what = request.getMethod() + " " + request.getHttpURI().getCanonicalPath();
    if (request.getHttpURI().getCanonicalPath().equals("/health")) {
      answer.accept(what, Reply.of(200, "application/json", "{\"status\":\"ok\"}\n"));
    } else if (!isTrusted(request)) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"amts\"");
      answer.accept(
          what, Reply.of(401, PLAIN, "User and password are the access key and its secret.\n"));
    } else if (!isOwn(request)) {
      answer.accept(what, Reply.of(403, PLAIN, "This request comes from another site.\n"));
    } else {
      RequestBody.read(
          request,
          LONGEST_FORM,
          patience,
          body -> enqueue(request, body, reply -> answer.accept(what, reply)),
          error -> answer.accept(what, Reply.of(error)),
          callback::failed);
    }
    return true;
  }

  private void enqueue(Request request, byte[] body, Consumer<Reply> answer) {
    try {
      queue.add(() -> answer.accept(reply(request, body)));
    } catch (ServiceException e) {
      answer.accept(Reply.of(e));
    }
  }

  private Reply reply(Request request, byte[] body) {
    String path = request.getHttpURI().getCanonicalPath();
    if (path.equals("/metrics")) {
      return Reply.of(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }
    try {
      WebPage.Answer answer = page.answer(request.getMethod(), path, parameters(request, body));
      return new Reply(answer.status(), answer.contentType(), answer.body(), "");
    } catch (ServiceException e) {
      return Reply.of(e.type().httpStatus(), PLAIN, e.getMessage() + "\n");
    } catch (RuntimeException e) {
      return Reply.of(500, PLAIN, "The server failed to make this page.\n");
    }
  }

  private static Map<String, String> parameters(Request request, byte[] body) {
    Map<String, String> parameters = new HashMap<>();
    String query = request.getHttpURI().getQuery();
    UrlEncoded.decodeTo(
        query == null ? "" : query, parameters::putIfAbsent, StandardCharsets.UTF_8);
    UrlEncoded.decodeTo(
        new String(body, StandardCharsets.UTF_8), parameters::putIfAbsent, StandardCharsets.UTF_8);
    return parameters;
  }

  /**
   * From this machine, and asked for by one of its names: a page of another site whose name has
   * been pointed here is not.
   */
  private boolean isTrusted(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization != null && authorization.startsWith("Basic ")) {
      byte[] given = authorization.substring("Basic ".length()).getBytes(StandardCharsets.UTF_8);
      byte[] wanted = Base64.getEncoder().encode(credentials.getBytes(StandardCharsets.UTF_8));
      return MessageDigest.isEqual(given, wanted);
    }
    return isLoopback(Request.getRemoteAddr(request)) && isLoopback(Request.getServerName(request));
  }

  /** A form is sent from a page of this server: browsers say where from. */
  private static boolean isOwn(Request request) {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      return true;
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    String host = request.getHeaders().get(HttpHeader.HOST);
    try {
      return request.getMethod().equals("POST")
          && origin != null
          && URI.create(origin).getAuthority() != null
          && URI.create(origin).getAuthority().equals(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isLoopback(String name) {
    if (name.equals("localhost")) {
      return true;
    }
    // Only addresses are looked up, so nothing is asked of a name server.
    if (!name.matches("[0-9.]+|\\[?[0-9a-fA-F:]+\\]?")) {
      return false;
    }
    try {
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void secure(HttpFields.Mutable headers) {
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
  }
}
