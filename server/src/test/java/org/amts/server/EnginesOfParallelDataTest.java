package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.translate.model.Formality;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.MergeStrategy;
import software.amazon.awssdk.services.translate.model.ParallelDataConfig;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;
import software.amazon.awssdk.services.translate.model.StartTextTranslationJobRequest;
import software.amazon.awssdk.services.translate.model.TerminologyDataFormat;

/** Engines that are adapted to one parallel data in several ways, and the folders that they use. */
class EnginesOfParallelDataTest {

  @TempDir private Path data;
  private ServerFixture server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerFixture(data, new FakeEngine());
    server.bucket("books");
    server.upload("books", "in/a.txt", "Good day.\n");
    server.upload("books", "pairs.csv", "en,es\nGood day.,Muy buenas.\n");
    server
        .translate()
        .createParallelData(request -> request.name("book").parallelDataConfig(this::file));
    awaitActive();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void file(ParallelDataConfig.Builder config) {
    config.s3Uri("s3://books/pairs.csv").format(ParallelDataFormat.CSV);
  }

  private void awaitActive() {
    ServerFixture.await(
        () ->
            server
                .translate()
                .getParallelData(request -> request.name("book"))
                .parallelDataProperties(),
        properties ->
            properties.status() == ParallelDataStatus.ACTIVE
                && properties.latestUpdateAttemptStatus() != ParallelDataStatus.UPDATING);
  }

  private String job(Consumer<StartTextTranslationJobRequest.Builder> more) {
    String id = server.startJob(request -> more.accept(request.parallelDataNames("book")));
    String output =
        ServerFixture.await(
                () ->
                    server
                        .translate()
                        .describeTextTranslationJob(request -> request.jobId(id))
                        .textTranslationJobProperties(),
                job -> job.endTime() != null && job.jobStatus() == JobStatus.COMPLETED)
            .outputDataConfig()
            .s3Uri();
    return server.download("books", output.substring("s3://books/".length()) + "es.a.txt");
  }

  private List<Path> folders() {
    try (Stream<Path> files = Files.walk(data.resolve("engine"))) {
      return files.filter(Files::isRegularFile).map(Path::getParent).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // a file has gone meanwhile
    }
  }

  @Test
  void eachWayToUseItHasItsOwn() {
    server
        .translate()
        .importTerminology(
            request ->
                request
                    .name("terms")
                    .mergeStrategy(MergeStrategy.OVERWRITE)
                    .terminologyData(
                        terms ->
                            terms
                                .format(TerminologyDataFormat.CSV)
                                .file(SdkBytes.fromUtf8String("en,es\nday,día\n"))));
    assertThat(job(request -> {})).isEqualTo("Muy buenas.\n");
    assertThat(job(request -> request.terminologyNames("terms"))).isEqualTo("Muy buenas.\n");
    assertThat(job(request -> request.settings(with -> with.formality(Formality.FORMAL))))
        .isEqualTo("Muy buenas.\n");
    assertThat(folders()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void thoseOfAnOldVersionAreDeleted() {
    List<Path> first = folders();
    assertThat(first).hasSize(1);
    server.upload("books", "pairs.csv", "en,es\nGood day.,Buen día.\n");
    server
        .translate()
        .updateParallelData(
            request -> request.name("book").parallelDataConfig(this::file).clientToken("2"));
    awaitActive();
    assertThat(job(request -> {})).isEqualTo("Buen día.\n");
    ServerFixture.await(this::folders, now -> now.size() == 1 && !now.equals(first));

    server.translate().deleteParallelData(request -> request.name("book"));
    assertThat(folders()).isEmpty();
  }

  @Test
  void whatAnEarlierProcessHasLeftIsDeletedAtTheStart() throws IOException {
    server.close();
    Path left = Files.createDirectories(data.resolve("engine/0815/en-es"));
    Files.writeString(left.resolve("examples"), "of nobody");
    server = new ServerFixture(data, new FakeEngine());
    assertThat(folders()).hasSize(1).doesNotContain(left);
    assertThat(job(request -> {})).isEqualTo("Muy buenas.\n");
  }
}
