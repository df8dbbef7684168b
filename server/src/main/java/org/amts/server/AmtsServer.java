package org.amts.server;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.amts.engine.TranslationEngine;
import org.amts.server.content.AnyContentTranslator;
import org.amts.server.content.ContentTranslator;
import org.amts.server.content.LanguageDetector;
import org.amts.server.content.StatisticalLanguageDetector;
import org.amts.server.engines.Translators;
import org.amts.server.http.HttpServer;
import org.amts.server.jobs.TranslationJobs;
import org.amts.server.page.JobLog;
import org.amts.server.page.ServerPages;
import org.amts.server.page.WebPage;
import org.amts.server.paralleldata.ParallelDataResources;
import org.amts.server.protocol.Operations;
import org.amts.server.s3.S3Server;
import org.amts.server.s3.ServiceBucket;
import org.amts.server.signature.SignatureVerifier;
import org.amts.server.store.Database;
import org.amts.server.tags.Tags;
import org.amts.server.terminology.Terminologies;
import org.amts.server.text.LanguageList;
import org.amts.server.text.TextTranslation;

/**
 * Amazon Translate's interface over an engine, and S3 beside it.
 *
 * <pre>{@code
 * try (AmtsServer server = AmtsServer.start(ServerSettings.loopback(4566, 4567, data), engine)) {
 *   System.out.println(server.endpoint());
 * }
 * }</pre>
 */
public final class AmtsServer implements AutoCloseable {

  /** For the headers of a request, and again for its body: a byte now and then is too slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer http;
  private final S3Server s3;
  private final Deque<AutoCloseable> parts;

  private AmtsServer(HttpServer http, S3Server s3, Deque<AutoCloseable> parts) {
    this.http = http;
    this.s3 = s3;
    this.parts = parts;
  }

  /**
   * Starts a server, and goes on with the imports and jobs that an earlier one has left.
   *
   * @param engine translates; the caller closes it, after the server
   * @throws IOException if a port is taken, or the data folder or the key store cannot be used
   */
  public static AmtsServer start(ServerSettings settings, TranslationEngine engine)
      throws IOException {
    if (settings.tls() != null) {
      settings.tls().check();
    }
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(settings, engine, parts);
    } catch (IOException | RuntimeException e) {
      closeAll(parts);
      throw e;
    }
  }

  private static AmtsServer start(
      ServerSettings settings, TranslationEngine engine, Deque<AutoCloseable> parts)
      throws IOException {
    Path data = Files.createDirectories(settings.data().toAbsolutePath());
    AccessKeys keys = AccessKeys.of(data);
    InstantSource clock = InstantSource.system();
    String url = settings.databaseUrl();
    Database database = opened(parts, url == null ? Database.in(data) : Database.open(url));
    S3Server s3 = opened(parts, S3Server.start(settings, keys));
    ServiceBucket files = new ServiceBucket(s3.objects());
    ContentTranslator content = new AnyContentTranslator();
    Terminologies terminologies = new Terminologies(database, files, clock);
    Translators translators =
        opened(parts, new Translators(engine, terminologies, files, data.resolve("engine")));
    LanguageDetector detector = new StatisticalLanguageDetector(translators.languages().codes());
    ParallelDataResources parallelData =
        opened(parts, new ParallelDataResources(database, s3.objects(), files, translators, clock));
    TextTranslation texts = new TextTranslation(translators, content, detector);
    TranslationJobs jobs =
        opened(
            parts,
            new TranslationJobs(
                database,
                s3.objects(),
                content,
                detector,
                translators,
                parallelData,
                terminologies,
                clock));

    Operations.Builder operations = Operations.builder();
    new LanguageList(translators.languages()).addTo(operations);
    new Tags(database).addTo(operations);
    terminologies.addTo(operations);
    parallelData.addTo(operations);
    texts.addTo(operations);
    jobs.addTo(operations);
    Operations api = operations.build();

    WebPage page =
        new ServerPages(
            api,
            (text, source, target, name) ->
                texts
                    .translate(
                        text,
                        source,
                        target,
                        name.isEmpty() ? null : parallelData.current(name),
                        null,
                        null)
                    .translatedText(),
            (id, most) ->
                jobs.documents(id, most).stream()
                    .map(d -> new JobLog.Entry(d.key(), d.target(), d.state(), d.error()))
                    .toList(),
            engine.identity());
    HttpServer http =
        opened(
            parts,
            HttpServer.start(
                binding(settings, keys, data),
                api,
                page,
                new SignatureVerifier(keys.id(), keys.secret(), clock),
                meters(jobs),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    parallelData.resume();
    jobs.resume(Math.max(2, Runtime.getRuntime().availableProcessors()));
    return new AmtsServer(http, s3, parts);
  }

  private static HttpServer.Binding binding(ServerSettings settings, AccessKeys keys, Path data) {
    ServerSettings.Tls tls = settings.tls();
    return new HttpServer.Binding(
        settings.host(),
        settings.port(),
        tls == null ? null : tls.keyStore(),
        tls == null ? null : tls.password(),
        data.resolve("logs"),
        keys.id(),
        keys.secret(),
        PATIENCE);
  }

  private static PrometheusMeterRegistry meters(TranslationJobs jobs) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    meters.gauge("amts.jobs.unfinished", jobs, TranslationJobs::unfinished);
    return meters;
  }

  /** Where the service and the page are. */
  public URI endpoint() {
    return http.endpoint();
  }

  /** Where S3 is. */
  public URI s3Endpoint() {
    return s3.endpoint();
  }

  /** Ends what runs; jobs and imports go on at the next start. */
  @Override
  public void close() {
    closeAll(parts);
  }

  private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the server did not stop", e);
      }
    }
  }
}
