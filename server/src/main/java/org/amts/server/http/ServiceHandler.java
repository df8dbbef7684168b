package org.amts.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.ServiceException;
import org.amts.server.protocol.TranslateApi;
import org.amts.server.protocol.WireFormat;
import org.amts.server.signature.SignatureVerifier;
import org.amts.server.signature.SignedRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that name an operation: reads the body, checks the signature, has it done. */
final class ServiceHandler extends Handler.Abstract.NonBlocking {

  static final String TARGET = "X-Amz-Target";

  private static final String TARGET_PREFIX = "AWSShineFrontendService_20170701.";

  /** 10,000 characters of which each is escaped, and more than that around them. */
  private static final int LONGEST_REQUEST = 131_072;

  /** What may hold a file: 100 kB and 10 MB, in base 64. */
  private static final Map<String, Integer> LONGER_REQUESTS =
      Map.of("TranslateDocument", 262_144, "ImportTerminology", 14_700_000);

  /** What keeps the engine busy, and has a queue of its own. */
  private static final Set<String> TRANSLATING = Set.of("TranslateText", "TranslateDocument");

  private final TranslateApi api;
  private final SignatureVerifier signatures;
  private final WorkQueue translating;
  private final WorkQueue other;
  private final Duration patience;
  private final AccessLog log;
  private final MeterRegistry meters;
  private final PrintWriter problems;

  ServiceHandler(
      TranslateApi api,
      SignatureVerifier signatures,
      WorkQueue translating,
      WorkQueue other,
      Duration patience,
      AccessLog log,
      MeterRegistry meters,
      PrintWriter problems) {
    this.api = api;
    this.signatures = signatures;
    this.translating = translating;
    this.other = other;
    this.patience = patience;
    this.log = log;
    this.meters = meters;
    this.problems = problems;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String target = request.getHeaders().get(TARGET);
    if (target == null) {
      return false;
    }
    new Exchange(request, response, callback, operation(target)).begin();
    return true;
  }

  /** The operation's name; empty if there is none of that name. */
  private static String operation(String target) {
    String name = target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "";
    return Operations.names().contains(name) ? name : "";
  }

  /** One request and its answer. */
  private final class Exchange {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final String operation;
    private final String id = UUID.randomUUID().toString();
    private final long began = System.nanoTime();

    Exchange(Request request, Response response, Callback callback, String operation) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.operation = operation;
    }

    void begin() {
      if (!request.getMethod().equals("POST")
          || !request.getHttpURI().getPathQuery().equals("/")
          || operation.isEmpty()) {
        refuse(
            new ServiceException(
                ErrorType.UNKNOWN_OPERATION,
                "requests are sent by POST to /, with " + TARGET + ": " + TARGET_PREFIX + "…"));
        return;
      }
      int limit = LONGER_REQUESTS.getOrDefault(operation, LONGEST_REQUEST);
      RequestBody.read(request, limit, patience, this::accept, this::refuse, this::lose);
    }

    /** The body has come. Its signature is cheap to check, so what is forged takes no place. */
    private void accept(byte[] body) {
      try {
        signatures.verify(new SignedRequest(request.getMethod(), headers(), body));
        (TRANSLATING.contains(operation) ? translating : other).add(() -> work(body));
      } catch (ServiceException e) {
        refuse(e);
      }
    }

    private void work(byte[] body) {
      Reply reply;
      try {
        reply = Reply.of(api.call(operation, WireFormat.request(body)));
      } catch (ServiceException e) {
        reply = Reply.of(e);
      } catch (RuntimeException | Error e) {
        report(e);
        reply =
            Reply.of(
                new ServiceException(
                    ErrorType.INTERNAL_SERVER,
                    "the server failed; its log tells more of request " + id));
      }
      answer(reply);
    }

    private void refuse(ServiceException error) {
      answer(Reply.of(error));
    }

    private void lose(Throwable failure) {
      record("499", "gone");
      callback.failed(failure);
    }

    private void answer(Reply reply) {
      record(reply.outcome(), reply.error());
      reply.send(response, id, callback);
    }

    private void record(String outcome, String error) {
      long nanos = System.nanoTime() - began;
      String name = operation.isEmpty() ? "unknown" : operation;
      Timer.builder("amts.requests")
          .description("Requests by operation and error")
          .tags("operation", name, "error", error.isEmpty() ? "none" : error)
          .register(meters)
          .record(nanos, TimeUnit.NANOSECONDS);
      log.write(request, id, name, outcome, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private Map<String, List<String>> headers() {
      Map<String, List<String>> headers = new HashMap<>();
      for (HttpField field : request.getHeaders()) {
        headers
            .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(field.getValue() == null ? "" : field.getValue());
      }
      return headers;
    }

    /** Where it failed, without messages: they may hold texts. */
    private void report(Throwable failure) {
      synchronized (problems) {
        problems.println("request " + id + " (" + operation + ") failed:");
        for (Throwable each = failure; each != null; each = each.getCause()) {
          problems.println(each.getClass().getName());
          for (StackTraceElement frame : each.getStackTrace()) {
            problems.println("\tat " + frame);
          }
        }
        problems.flush();
      }
    }
  }
}
