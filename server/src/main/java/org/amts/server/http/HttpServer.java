package org.amts.server.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.amts.server.page.WebPage;
import org.amts.server.protocol.TranslateApi;
import org.amts.server.signature.SignatureVerifier;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Listens for requests, and gives them to the service or the page. */
public final class HttpServer implements AutoCloseable {

  /** A signature of a client with a session token takes some 3 kB of headers. */
  private static final int HEADER_BYTES = 16_384;

  private static final int IDLE_MILLIS = 120_000;
  private static final int MOST_CONNECTIONS = 20_000;
  private static final int IO_THREADS = 16;

  /** Requests that translate: as many at once as the engine takes together, the others wait. */
  private static final int TRANSLATING_THREADS = 64;

  private static final int TRANSLATING_QUEUE = 464;
  private static final int OTHER_THREADS = 8;
  private static final int OTHER_QUEUE = 256;

  private final Server server;
  private final URI endpoint;
  private final List<WorkQueue> queues;
  private final AccessLog log;

  private HttpServer(Server server, URI endpoint, List<WorkQueue> queues, AccessLog log) {
    this.server = server;
    this.endpoint = endpoint;
    this.queues = queues;
    this.log = log;
  }

  /**
   * Where to listen, and for whom.
   *
   * @param host name or address
   * @param port 0 for any free one
   * @param keyStore PKCS #12 file with the certificate; null for no TLS
   * @param keyStorePassword its password; null without TLS
   * @param logs folder for the access log
   * @param keyId the access key, which opens the page from other machines
   * @param secret its secret
   * @param patience time for the headers of a request to come in, and again for its body
   */
  public record Binding(
      String host,
      int port,
      @Nullable Path keyStore,
      @Nullable String keyStorePassword,
      Path logs,
      String keyId,
      String secret,
      Duration patience) {

    /** Without secrets. */
    @Override
    public String toString() {
      return "Binding[" + host + ":" + port + "]";
    }
  }

  /**
   * Starts to listen.
   *
   * @param api does the work
   * @param page answers browsers
   * @param signatures checks who asks
   * @param meters counts requests
   * @param problems is told where an operation failed
   * @throws IOException if it cannot listen there
   */
  public static HttpServer start(
      Binding binding,
      TranslateApi api,
      WebPage page,
      SignatureVerifier signatures,
      PrometheusMeterRegistry meters,
      PrintWriter problems)
      throws IOException {
    AccessLog log = new AccessLog(binding.logs);
    WorkQueue translating = new WorkQueue("translating", TRANSLATING_THREADS, TRANSLATING_QUEUE);
    WorkQueue other = new WorkQueue("serving", OTHER_THREADS, OTHER_QUEUE);
    meters.gauge("amts.requests.waiting", translating, WorkQueue::waiting);

    QueuedThreadPool threads = new QueuedThreadPool(IO_THREADS, 4);
    threads.setName("http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = connector(server, binding);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    StalledConnections stalled = new StalledConnections(server.getScheduler(), binding.patience);
    connector.addBean(stalled);
    connector.addEventListener(stalled);
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    errors.setDefaultResponseMimeType("text/plain");
    server.setErrorHandler(errors);
    server.setHandler(
        new Handler.Sequence(
            new ServiceHandler(
                api, signatures, translating, other, binding.patience, log, meters, problems),
            new PageHandler(
                page, meters, binding.keyId + ":" + binding.secret, other, binding.patience, log)));
    try {
      server.start();
    } catch (Exception e) {
      log.close();
      throw new IOException(
          "cannot listen on " + binding.host + ":" + binding.port + ": " + e.getMessage(), e);
    }
    String scheme = binding.keyStore == null ? "http" : "https";
    String host = binding.host.contains(":") ? "[" + binding.host + "]" : binding.host;
    return new HttpServer(
        server,
        URI.create(scheme + "://" + host + ":" + connector.getLocalPort()),
        List.of(translating, other),
        log);
  }

  private static ServerConnector connector(Server server, Binding binding) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    ConnectionFactory[] factories = {new HttpConnectionFactory(configuration)};
    if (binding.keyStore != null) {
      configuration.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setKeyStorePath(binding.keyStore.toAbsolutePath().toString());
      tls.setKeyStorePassword(binding.keyStorePassword);
      factories =
          new ConnectionFactory[] {
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()), factories[0]
          };
    }
    ServerConnector connector = new ServerConnector(server, 1, 2, factories);
    connector.setHost(binding.host);
    connector.setPort(binding.port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(1024);
    return connector;
  }

  /** Where it listens, without a slash at the end. */
  public URI endpoint() {
    return endpoint;
  }

  /** Ends requests that have begun, and refuses others. */
  @Override
  public void close() {
    try {
      queues.forEach(WorkQueue::close);
      server.stop();
      log.close();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
