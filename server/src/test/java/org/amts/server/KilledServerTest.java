package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;

/** {@code kill -9} in the middle of a job of 200 documents, and another server after it. */
class KilledServerTest {

  private static final int DOCUMENTS = 200;
  private static final int DOCUMENTS_IN_WORK =
      Math.max(16, Runtime.getRuntime().availableProcessors());

  @TempDir private Path data;

  @Test
  @Timeout(180)
  void theNextServerCompletesTheJobWithEachDocumentOnce() throws IOException, InterruptedException {
    Process first = serve();
    String id;
    int before;
    try (ServerFixture server = clients(first)) {
      server.bucket("books");
      for (int i = 0; i < DOCUMENTS; i++) {
        server.upload("books", "in/" + i + ".txt", "Document " + i + ".\n");
      }
      id = server.startJob(request -> {});
      before = ServerFixture.await(() -> done(server, id), done -> done >= 20);
      first.destroyForcibly();
    }
    first.waitFor();
    assertThat(before).isLessThan(DOCUMENTS);
    Files.delete(data.resolve("endpoints"));

    Process second = serve();
    try (ServerFixture server = clients(second)) {
      // A count may be seen a moment before it is on the disk.
      assertThat(done(server, id)).isGreaterThanOrEqualTo(before - DOCUMENTS_IN_WORK);
      TextTranslationJobProperties job =
          ServerFixture.await(
              () -> describe(server, id), each -> each.jobStatus() == JobStatus.COMPLETED);
      assertThat(job.jobDetails().translatedDocumentsCount()).isEqualTo(DOCUMENTS);
      assertThat(job.jobDetails().documentsWithErrorsCount()).isZero();
      String folder = URI.create(job.outputDataConfig().s3Uri()).getPath().substring(1);
      List<String> keys =
          server
              .s3()
              .listObjectsV2(request -> request.bucket("books").prefix(folder))
              .contents()
              .stream()
              .map(S3Object::key)
              .toList();
      assertThat(keys).hasSize(DOCUMENTS + 1);
      for (int i = 0; i < DOCUMENTS; i++) {
        assertThat(server.download("books", folder + "es." + i + ".txt"))
            .isEqualTo("ES:Document " + i + ".\n");
      }
      Matcher sources =
          Pattern.compile("\"sourceFile\":\"([^\"]+)\"")
              .matcher(
                  server.download(
                      "books", folder + "details/es.auxiliary-translation-details.json"));
      List<String> listed = sources.results().map(found -> found.group(1)).toList();
      assertThat(listed).hasSize(DOCUMENTS);
      assertThat(new HashSet<>(listed)).hasSize(DOCUMENTS);
    } finally {
      second.destroyForcibly();
    }
  }

  private static int done(ServerFixture server, String id) {
    return describe(server, id).jobDetails().translatedDocumentsCount();
  }

  private static TextTranslationJobProperties describe(ServerFixture server, String id) {
    return server
        .translate()
        .describeTextTranslationJob(request -> request.jobId(id))
        .textTranslationJobProperties();
  }

  private Process serve() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledServer.class.getName(),
            data.toString())
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("output.txt").toFile())
        .start();
  }

  private ServerFixture clients(Process process) throws IOException {
    Path file = data.resolve("endpoints");
    ServerFixture.await(() -> Files.exists(file) || !process.isAlive(), Boolean::booleanValue);
    assertThat(process.isAlive()).as(Files.readString(data.resolve("output.txt"))).isTrue();
    List<String> endpoints = Files.readAllLines(file);
    return new ServerFixture(
        URI.create(endpoints.get(0)), URI.create(endpoints.get(1)), AccessKeys.of(data), () -> {});
  }
}
