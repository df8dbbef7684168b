package org.amts.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.amts.server.AccessKeys;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.translate.TranslateClient;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;
import software.amazon.awssdk.services.translate.model.TranslateException;

/**
 * Loads a running server: {@code ServerLoad ENDPOINT DATA [SECONDS [DOCUMENTS [CONNECTIONS]]]}. The
 * clients are those of the AWS SDK for Java, in a process of their own.
 */
public final class ServerLoad {

  private final URI endpoint;
  private final Path data;
  private final TranslateClient client;
  private final AtomicInteger number = new AtomicInteger();

  private ServerLoad(URI endpoint, Path data) throws IOException {
    this.endpoint = endpoint;
    this.data = data;
    AccessKeys keys = AccessKeys.of(data);
    client =
        TranslateClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.id(), keys.secret())))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Measures and prints. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    ServerLoad load = new ServerLoad(URI.create(arguments[0]), Path.of(arguments[1]));
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    int documents = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
    int connections = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 10_000;
    load.texts(8, 10); // until the hot code is compiled
    for (int clients : new int[] {1, 8, 64}) {
      System.out.println(load.texts(clients, seconds));
    }
    load.hold(connections, seconds);
    load.job(documents);
  }

  /** A sentence that was not asked for before. */
  private String sentence() {
    return "The model number " + number.incrementAndGet() + " learns from a large corpus.";
  }

  private String texts(int clients, int seconds) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    AtomicInteger refused = new AtomicInteger();
    List<Future<List<Long>>> parts = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      parts.add(
          threads.submit(
              () -> {
                List<Long> nanos = new ArrayList<>();
                while (System.nanoTime() < end) {
                  long start = System.nanoTime();
                  try {
                    String text = sentence();
                    client.translateText(
                        request ->
                            request.text(text).sourceLanguageCode("en").targetLanguageCode("es"));
                    nanos.add(System.nanoTime() - start);
                  } catch (TranslateException e) {
                    refused.incrementAndGet();
                  }
                }
                return nanos;
              }));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> part : parts) {
      all.addAll(part.get());
    }
    threads.shutdown();
    long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d clients: %.1f requests/s, p50 %d ms, p95 %d ms, p99 %d ms, %d refused",
        clients,
        sorted.length / (double) seconds,
        millis(sorted, 0.50),
        millis(sorted, 0.95),
        millis(sorted, 0.99),
        refused.get());
  }

  private static long millis(long[] sorted, double share) {
    return sorted.length == 0
        ? -1
        : TimeUnit.NANOSECONDS.toMillis(
            sorted[(int) Math.min(sorted.length - 1, sorted.length * share)]);
  }

  /** Opens connections, uses each once, and measures while they are open. */
  private void hold(int connections, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    byte[] request =
        "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    List<Socket> sockets = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
      socket.setSoTimeout(30_000);
      sockets.add(socket);
      exchange(socket, request);
    }
    long opened = System.nanoTime();
    System.out.println("with " + connections + " connections held, " + texts(8, seconds));
    int alive = 0;
    for (Socket socket : sockets) {
      try {
        exchange(socket, request);
        alive++;
      } catch (IOException e) {
        // counted by what is missing
      }
      socket.close();
    }
    System.out.printf(
        Locale.ROOT,
        "%d connections opened and used in %.1f s, %d of them answer again%n",
        connections,
        (opened - start) / 1e9,
        alive);
  }

  private static void exchange(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    byte[] answer = new byte[2048];
    int length = in.read(answer);
    if (length < 12 || answer[9] != '2') {
      throw new IOException(
          "answer: " + Arrays.toString(Arrays.copyOf(answer, Math.max(0, length))));
    }
  }

  /** A job of small documents; they are put where S3 keeps them. */
  private void job(int documents) throws IOException, InterruptedException {
    String folder = "job-" + System.currentTimeMillis();
    Path input = Files.createDirectories(data.resolve("s3/load").resolve(folder));
    for (int i = 0; i < documents; i++) {
      Files.writeString(input.resolve(i + ".txt"), sentence() + "\n");
    }
    long start = System.nanoTime();
    String id =
        client
            .startTextTranslationJob(
                request ->
                    request
                        .inputDataConfig(
                            in -> in.s3Uri("s3://load/" + folder).contentType("text/plain"))
                        .outputDataConfig(out -> out.s3Uri("s3://load/out"))
                        .dataAccessRoleArn("arn:aws:iam::000000000000:role/load")
                        .sourceLanguageCode("en")
                        .targetLanguageCodes("es"))
            .jobId();
    TextTranslationJobProperties job;
    do {
      TimeUnit.SECONDS.sleep(1);
      job =
          client
              .describeTextTranslationJob(request -> request.jobId(id))
              .textTranslationJobProperties();
    } while (job.jobStatus() == JobStatus.SUBMITTED || job.jobStatus() == JobStatus.IN_PROGRESS);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "job of %d documents: %s, %d translated, %.0f s, %.1f documents/s%n",
        documents,
        job.jobStatus(),
        job.jobDetails().translatedDocumentsCount(),
        seconds,
        documents / seconds);
  }
}
