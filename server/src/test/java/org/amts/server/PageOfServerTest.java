package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.amts.server.content.OfficeFiles;
import org.amts.testing.FakeEngine;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;

/** The page of a running server, as a browser gets it. */
class PageOfServerTest {

  @TempDir private Path data;

  private final HttpClient browser = HttpClient.newHttpClient();
  private ServerFixture server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerFixture(data, new FakeEngine());
    server.bucket("books");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(server.endpoint().resolve(path)).build(), BodyHandlers.ofString());
  }

  private Document post(String path, String... parameters) throws Exception {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      form.append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    HttpRequest request =
        HttpRequest.newBuilder(server.endpoint().resolve(path))
            .header("Origin", server.endpoint().toString().replaceAll("/$", ""))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString()))
            .build();
    return Jsoup.parse(browser.send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void theBoxTranslatesWithAndWithoutParallelData() throws Exception {
    server.upload("books", "book.csv", "en,es\nGood day.,Muy buenas.\n");
    server
        .translate()
        .createParallelData(
            request ->
                request
                    .name("book")
                    .parallelDataConfig(
                        config ->
                            config.s3Uri("s3://books/book.csv").format(ParallelDataFormat.CSV))
                    .clientToken("1"));
    ServerFixture.await(
        () -> server.translate().getParallelData(request -> request.name("book")),
        answer -> answer.parallelDataProperties().status() == ParallelDataStatus.ACTIVE);

    HttpResponse<String> home = get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(Jsoup.parse(home.body()).select("#parallelData option").eachAttr("value"))
        .containsExactly("", "book");

    Document answer =
        post("/", "text", "Good day.", "source", "en", "target", "es", "parallelData", "book");
    assertThat(answer.select(".translation").eachText())
        .containsExactly("ES:Good day.", "Muy buenas.");
    assertThat(
            post("/", "text", "Good day.", "source", "en", "target", "fr", "parallelData", "")
                .select("[role=alert]")
                .text())
        .contains("does not translate from en to fr");
  }

  @Test
  void aJobOfOfficeFilesIsDoneAndItsFailuresAreLogged() throws Exception {
    server
        .s3()
        .putObject(
            request -> request.bucket("books").key("in/good.docx"),
            RequestBody.fromBytes(OfficeFiles.word()));
    server.upload("books", "in/bad.docx", "plain words");
    String id =
        server
            .translate()
            .startTextTranslationJob(
                request ->
                    request
                        .jobName("letters")
                        .inputDataConfig(
                            input -> input.s3Uri("s3://books/in/").contentType(OfficeFiles.DOCX))
                        .outputDataConfig(output -> output.s3Uri("s3://books/out/"))
                        .dataAccessRoleArn(ServerFixture.ROLE)
                        .sourceLanguageCode("auto")
                        .targetLanguageCodes("es")
                        .clientToken("1"))
            .jobId();
    ServerFixture.await(
        () ->
            server
                .translate()
                .describeTextTranslationJob(request -> request.jobId(id))
                .textTranslationJobProperties()
                .jobStatus(),
        status -> status == JobStatus.COMPLETED_WITH_ERROR);

    assertThat(Jsoup.parse(get("/").body()).select("#jobs ~ .scroll tbody tr").text())
        .contains("letters", "completed with error", "2 of 2, 1 failed");
    assertThat(Jsoup.parse(get("/jobs/" + id).body()).select("tbody tr").eachText())
        .satisfiesExactly(
            bad -> assertThat(bad).startsWith("bad.docx es failed the document is not an office"),
            good -> assertThat(good).startsWith("good.docx es translated"));

    String key =
        server
                .translate()
                .describeTextTranslationJob(request -> request.jobId(id))
                .textTranslationJobProperties()
                .outputDataConfig()
                .s3Uri()
                .replace("s3://books/", "")
            + "es.good.docx";
    byte[] translated =
        server.s3().getObjectAsBytes(request -> request.bucket("books").key(key)).asByteArray();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(translated))) {
      assertThat(document.getParagraphs().get(0).getText())
          .isEqualTo("ES:The quick fox reads deep learning. ES:See the guide & <more>.");
    }
  }
}
