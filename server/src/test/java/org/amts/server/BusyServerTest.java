package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.translate.model.ConcurrentModificationException;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;

/** A server whose engine takes its time. */
class BusyServerTest {

  @TempDir private Path data;

  private final Gate gate = new Gate();
  private ServerFixture server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerFixture(data, FakeEngine.after(gate));
    server.bucket("busy");
  }

  @AfterEach
  void stop() {
    gate.open();
    server.close();
  }

  @Test
  void whatIsTooMuchIsRefusedWith429AndTheRestIsAnswered() {
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      answers.add(http.sendAsync(translation(i), HttpResponse.BodyHandlers.ofString()));
    }
    // Threads and queue hold 528; the others are refused while these wait.
    ServerFixture.await(
        () -> answers.stream().filter(CompletableFuture::isDone).count(), done -> done == 172);
    assertThat(server.translate().listTextTranslationJobs(request -> {}).sdkHttpResponse())
        .satisfies(response -> assertThat(response.isSuccessful()).isTrue());
    gate.open();
    int refused = 0;
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      HttpResponse<String> response = answer.join();
      if (response.statusCode() == 429) {
        assertThat(response.body()).contains("\"__type\":\"TooManyRequestsException\"");
        refused++;
      } else {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("ES:Number");
      }
    }
    assertThat(refused).isEqualTo(172);
  }

  @Test
  void whatIsBeingImportedCannotBeChanged() {
    server.upload("busy", "pairs.csv", "en,es\nA.,B.\n");
    server
        .translate()
        .createParallelData(
            request ->
                request
                    .name("pairs")
                    .parallelDataConfig(
                        config ->
                            config.s3Uri("s3://busy/pairs.csv").format(ParallelDataFormat.CSV)));
    ServerFixture.await(gate::come, come -> come == 1);
    assertThat(status()).isEqualTo(ParallelDataStatus.CREATING);
    assertThatThrownBy(
            () -> server.translate().deleteParallelData(request -> request.name("pairs")))
        .isInstanceOf(ConcurrentModificationException.class);
    gate.open();
    ServerFixture.await(this::status, status -> status == ParallelDataStatus.ACTIVE);
  }

  @Test
  void aStoppedJobEndsWithTheDocumentsThatHaveBegun() {
    upload(100);
    String id = startJob("in");
    ServerFixture.await(gate::come, come -> come >= 2);
    assertThat(server.translate().stopTextTranslationJob(request -> request.jobId(id)).jobStatus())
        .isEqualTo(JobStatus.STOP_REQUESTED);
    gate.open();
    TextTranslationJobProperties ended =
        ServerFixture.await(() -> describe(id), job -> job.jobStatus() == JobStatus.STOPPED);
    assertThat(ended.jobDetails().translatedDocumentsCount())
        .isBetween(2, Math.max(16, Runtime.getRuntime().availableProcessors()));
    assertThat(ended.endTime()).isNotNull();
  }

  @Test
  void onlySmallDocumentsAreManyAtATime() throws InterruptedException {
    int expected = Math.max(2, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < expected + 4; i++) {
      server.upload("busy", "large/" + i + ".txt", "A sentence of a large document. ".repeat(1500));
    }
    startJob("large");
    ServerFixture.await(gate::come, come -> come >= expected);
    Thread.sleep(300);
    assertThat(gate.come()).isEqualTo(expected);
  }

  @Test
  void theEndOfTheServerWaitsForNoLongDocumentAndTheNextOneDoesIt() throws IOException {
    upload(20);
    String id = startJob("in");
    ServerFixture.await(gate::come, come -> come >= 2);
    long start = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));

    server = new ServerFixture(data, new FakeEngine());
    TextTranslationJobProperties job =
        ServerFixture.await(() -> describe(id), each -> each.jobStatus() == JobStatus.COMPLETED);
    assertThat(job.jobDetails().translatedDocumentsCount()).isEqualTo(20);
    assertThat(job.jobDetails().documentsWithErrorsCount()).isZero();
  }

  @Test
  void aSmallJobIsNotHeldUpByALargeOne() {
    upload(60);
    server.upload("busy", "small/a.txt", "One.\n");
    String large = startJob("in");
    ServerFixture.await(gate::come, come -> come >= 2);
    String small = startJob("small");
    gate.open();
    TextTranslationJobProperties first =
        ServerFixture.await(() -> describe(small), job -> job.jobStatus() == JobStatus.COMPLETED);
    TextTranslationJobProperties second =
        ServerFixture.await(() -> describe(large), job -> job.jobStatus() == JobStatus.COMPLETED);
    assertThat(first.endTime()).isBefore(second.endTime());
  }

  @Test
  void theAccessLogHoldsNoTexts() throws IOException {
    gate.open();
    HttpClient.newHttpClient()
        .sendAsync(translation(4711), HttpResponse.BodyHandlers.ofString())
        .join();
    String log = Files.readString(data.resolve("logs/access.0.log"));
    assertThat(log).contains("TranslateText 200").doesNotContain("4711");
    assertThat(log.lines().filter(line -> line.contains("TranslateText"))).hasSize(1);
  }

  @Test
  void thePageIsForThisMachineAndItsOwnForms() throws IOException, InterruptedException {
    assertThat(get("/metrics", Map.of()).statusCode()).isEqualTo(200);
    assertThat(get("/metrics", Map.of()).body()).contains("jvm_memory_used_bytes");
    HttpResponse<String> foreign =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.endpoint().resolve("/"))
                    .header("Origin", "http://elsewhere.example")
                    .POST(HttpRequest.BodyPublishers.ofString("text=a"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("content-security-policy")).isPresent();
    // A name that has been pointed to this machine: the page of another site would have its
    // cookies.
    assertThat(RawHttp.exchange(server.endpoint(), "GET /metrics HTTP/1.1\r\nHost: evil\r\n\r\n"))
        .startsWith("HTTP/1.1 401 ");
  }

  @Test
  void headersHaveALimit() throws IOException {
    String header = "X-Padding: " + "x".repeat(20_000) + "\r\n";
    assertThat(
            RawHttp.exchange(
                server.endpoint(), "GET /health HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItIsSent() throws IOException {
    assertThat(
            RawHttp.exchange(
                server.endpoint(),
                "POST / HTTP/1.1\r\nHost: localhost\r\n"
                    + "X-Amz-Target: AWSShineFrontendService_20170701.TranslateText\r\n"
                    + "Content-Length: 1000000000\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  private HttpResponse<String> get(String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint().resolve(path));
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest translation(int number) {
    return TestSigner.translation(server.endpoint(), server.keys(), "Number " + number + ".")
        .build();
  }

  private ParallelDataStatus status() {
    return server
        .translate()
        .getParallelData(request -> request.name("pairs"))
        .parallelDataProperties()
        .status();
  }

  private void upload(int documents) {
    for (int i = 0; i < documents; i++) {
      server.upload("busy", "in/" + i + ".txt", "Document " + i + ".\n");
    }
  }

  private String startJob(String folder) {
    return server
        .translate()
        .startTextTranslationJob(
            request ->
                request
                    .inputDataConfig(
                        input -> input.s3Uri("s3://busy/" + folder).contentType("text/plain"))
                    .outputDataConfig(output -> output.s3Uri("s3://busy/out"))
                    .dataAccessRoleArn(ServerFixture.ROLE)
                    .sourceLanguageCode("en")
                    .targetLanguageCodes("es"))
        .jobId();
  }

  private TextTranslationJobProperties describe(String id) {
    return server
        .translate()
        .describeTextTranslationJob(request -> request.jobId(id))
        .textTranslationJobProperties();
  }
}
