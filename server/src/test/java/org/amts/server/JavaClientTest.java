package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.amts.testing.FakeEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.translate.model.ConflictException;
import software.amazon.awssdk.services.translate.model.GetParallelDataResponse;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.MergeStrategy;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;
import software.amazon.awssdk.services.translate.model.ResourceNotFoundException;
import software.amazon.awssdk.services.translate.model.TerminologyDataFormat;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;
import software.amazon.awssdk.services.translate.model.TranslateException;
import software.amazon.awssdk.services.translate.model.TranslateTextResponse;
import software.amazon.awssdk.services.translate.model.UnsupportedLanguagePairException;

/** The steps of a user, by the AWS SDK for Java. */
class JavaClientTest {

  @TempDir private Path data;

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

  @Test
  void translatesAText() {
    TranslateTextResponse answer =
        server
            .translate()
            .translateText(
                request ->
                    request.text("Good day.").sourceLanguageCode("en").targetLanguageCode("es"));
    assertThat(answer.translatedText()).isEqualTo("ES:Good day.");
    assertThat(answer.sourceLanguageCode()).isEqualTo("en");
    assertThat(answer.targetLanguageCode()).isEqualTo("es");
    assertThat(answer.hasAppliedTerminologies()).isFalse();
  }

  @Test
  void elementsThatAreNotToBeTranslatedStayInATextAsTheyAre() {
    String text = "See <span translate=\"no\" data-id=\"0\">`a &lt; b`</span> &amp; more.";
    assertThat(
            server
                .translate()
                .translateText(
                    request -> request.text(text).sourceLanguageCode("en").targetLanguageCode("es"))
                .translatedText())
        .isEqualTo("ES:" + text);
    // Without such an element a text is no HTML.
    assertThat(
            server
                .translate()
                .translateText(
                    request ->
                        request
                            .text("a <b> translate &amp; no")
                            .sourceLanguageCode("en")
                            .targetLanguageCode("es"))
                .translatedText())
        .isEqualTo("ES:a <b> translate &amp; no");
  }

  @Test
  void errorsHaveTheirTypes() {
    assertThatThrownBy(
            () ->
                server
                    .translate()
                    .translateText(
                        request ->
                            request.text("a").sourceLanguageCode("en").targetLanguageCode("fr")))
        .isInstanceOfSatisfying(
            UnsupportedLanguagePairException.class,
            error -> {
              assertThat(error.sourceLanguageCode()).isEqualTo("en");
              assertThat(error.targetLanguageCode()).isEqualTo("fr");
              assertThat(error.statusCode()).isEqualTo(400);
              assertThat(error.requestId()).matches("[0-9a-f-]{36}");
            });
    assertThatThrownBy(
            () -> server.translate().describeTextTranslationJob(request -> request.jobId("no")))
        .isInstanceOf(ResourceNotFoundException.class);
    // The client checks nothing: the server must.
    assertThatThrownBy(() -> server.translate().translateText(request -> request.text("")))
        .isInstanceOfSatisfying(
            TranslateException.class,
            error -> {
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(error.getMessage()).contains("3 validation errors", "'text'");
            });
  }

  @Test
  void refusesOtherKeys() {
    AccessKeys keys = server.keys();
    for (AccessKeys wrong :
        List.of(new AccessKeys(keys.id(), "x".repeat(40)), AccessKeys.generate())) {
      assertThatThrownBy(() -> server.client(wrong).listLanguages(request -> request.maxResults(1)))
          .isInstanceOfSatisfying(
              TranslateException.class, error -> assertThat(error.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void termsAreAppliedAndReported() {
    server
        .translate()
        .importTerminology(
            request ->
                request
                    .name("names")
                    .mergeStrategy(MergeStrategy.OVERWRITE)
                    .terminologyData(
                        file ->
                            file.format(TerminologyDataFormat.CSV)
                                .file(SdkBytes.fromUtf8String("en,es\nLake,Lake\nSea,Mar\n"))));
    TranslateTextResponse answer =
        server
            .translate()
            .translateText(
                request ->
                    request
                        .text("The Lake is deep.")
                        .terminologyNames("names")
                        .sourceLanguageCode("en")
                        .targetLanguageCode("es"));
    assertThat(answer.appliedTerminologies()).hasSize(1);
    assertThat(answer.appliedTerminologies().get(0).name()).isEqualTo("names");
    assertThat(answer.appliedTerminologies().get(0).terms())
        .singleElement()
        .satisfies(term -> assertThat(term.sourceText()).isEqualTo("Lake"));
    assertThat(server.translate().listTerminologies(request -> {}).terminologyPropertiesList())
        .singleElement()
        .satisfies(
            properties -> {
              assertThat(properties.termCount()).isEqualTo(2);
              assertThat(properties.arn()).endsWith(":terminology/names/LATEST");
              assertThat(properties.targetLanguageCodes()).containsExactly("es");
            });
    server.translate().deleteTerminology(request -> request.name("names"));
    assertThatThrownBy(() -> server.translate().getTerminology(request -> request.name("names")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void parallelDataChangesWhatAJobWrites() throws IOException, InterruptedException {
    server.upload(
        "books",
        "pairs.csv",
        "en,es,zh\nSee you soon.,Hasta pronto.,再见。\n,empty,empty\nDay.,Día.,日\n");
    server.upload("books", "in/a.txt", "See you soon.\n");
    server.upload("books", "in/deep/b.txt", "Good day.\n");
    assertThat(
            server
                .translate()
                .createParallelData(
                    request ->
                        request
                            .name("pairs")
                            .clientToken("token-1")
                            .parallelDataConfig(
                                config ->
                                    config
                                        .s3Uri("s3://books/pairs.csv")
                                        .format(ParallelDataFormat.CSV)))
                .statusAsString())
        .isEqualTo("CREATING");
    GetParallelDataResponse created =
        ServerFixture.await(
            () -> server.translate().getParallelData(request -> request.name("pairs")),
            got -> got.parallelDataProperties().status() != ParallelDataStatus.CREATING);
    assertThat(created.parallelDataProperties().status()).isEqualTo(ParallelDataStatus.ACTIVE);
    assertThat(created.parallelDataProperties().importedRecordCount()).isEqualTo(4);
    assertThat(created.parallelDataProperties().skippedRecordCount()).isEqualTo(1);
    assertThat(created.parallelDataProperties().importedDataSize())
        .isEqualTo(2 * 13 + 13 + 3 + 2 * 4 + 4 + 1);
    assertThat(get(created.dataLocation().location())).startsWith("en,es,zh\nSee you soon.");
    assertThat(get(created.auxiliaryDataLocation().location()))
        .contains("\"record_skipped_count\":1", "Line 3");

    TextTranslationJobProperties plain = job(null);
    TextTranslationJobProperties adapted = job("pairs");
    assertThat(output(plain, "es.a.txt")).isEqualTo("ES:See you soon.\n");
    assertThat(output(adapted, "es.a.txt")).isEqualTo("Hasta pronto.\n");
    assertThat(output(adapted, "deep/zh.b.txt")).isEqualTo("ZH:Good day.\n");
    assertThat(output(adapted, "details/es.auxiliary-translation-details.json"))
        .contains("\"sourceFile\":\"a.txt\",\"targetFile\":\"es.a.txt\"")
        .contains("\"documentCountWithServerError\":\"0\"");
    assertThat(adapted.jobDetails().translatedDocumentsCount()).isEqualTo(4);
    assertThat(adapted.message()).contains("completed successfully");
  }

  @Test
  void theSameTokenDoesThingsOnce() {
    server.upload("books", "in/a.txt", "One.\n");
    String first = start("once");
    assertThat(start("once")).isEqualTo(first);
    assertThat(start("twice")).isNotEqualTo(first);
    assertThat(
            server
                .translate()
                .listTextTranslationJobs(request -> {})
                .textTranslationJobPropertiesList())
        .hasSize(2);
    server.upload("books", "pairs.csv", "en,es\nA.,B.\n");
    for (int i = 0; i < 2; i++) {
      server.translate().createParallelData(request -> pairs(request, "same"));
    }
    assertThatThrownBy(
            () -> server.translate().createParallelData(request -> pairs(request, "other")))
        .isInstanceOf(ConflictException.class);
  }

  private static void pairs(
      software.amazon.awssdk.services.translate.model.CreateParallelDataRequest.Builder request,
      String token) {
    request
        .name("pairs")
        .clientToken(token)
        .parallelDataConfig(
            config -> config.s3Uri("s3://books/pairs.csv").format(ParallelDataFormat.CSV));
  }

  private String start(String token) {
    return server.startJob(request -> request.clientToken(token));
  }

  private TextTranslationJobProperties job(@Nullable String parallelData) {
    String id =
        server
            .translate()
            .startTextTranslationJob(
                request -> {
                  request
                      .inputDataConfig(
                          input -> input.s3Uri("s3://books/in").contentType("text/plain"))
                      .outputDataConfig(output -> output.s3Uri("s3://books/out"))
                      .dataAccessRoleArn(ServerFixture.ROLE)
                      .sourceLanguageCode("en")
                      .targetLanguageCodes("es", "zh");
                  if (parallelData != null) {
                    request.parallelDataNames(parallelData);
                  }
                })
            .jobId();
    return ServerFixture.await(
        () ->
            server
                .translate()
                .describeTextTranslationJob(request -> request.jobId(id))
                .textTranslationJobProperties(),
        job -> job.jobStatus() != JobStatus.SUBMITTED && job.jobStatus() != JobStatus.IN_PROGRESS);
  }

  private String output(TextTranslationJobProperties job, String key) {
    URI folder = URI.create(job.outputDataConfig().s3Uri());
    assertThat(folder.getPath()).isEqualTo("/out/123456789012-TranslateText-" + job.jobId() + "/");
    return server.download(folder.getHost(), folder.getPath().substring(1) + key);
  }

  private static String get(String address) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
