package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.translate.model.JobStatus;
import software.amazon.awssdk.services.translate.model.ParallelDataFormat;
import software.amazon.awssdk.services.translate.model.ParallelDataStatus;
import software.amazon.awssdk.services.translate.model.TextTranslationJobProperties;

/** The server on a PostgreSQL database, which Debian's package provides. */
@Timeout(120)
class PostgresServerTest {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final int DOCUMENTS = 20;

  @TempDir private static Path data;
  private static Path programs;
  private static Path cluster;
  private static int port;

  @BeforeAll
  static void startPostgres() throws IOException, InterruptedException {
    Optional<Path> found = programs();
    Assumptions.assumeTrue(
        found.isPresent(), () -> "skipped: no initdb and pg_ctl below " + INSTALLED);
    programs = found.orElseThrow();
    // PostgreSQL does not run as root, so its files lie where its own user may make them.
    cluster = Path.of(run("mktemp", "-d", "/tmp/amts-postgres-XXXXXX").strip());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    run(programs + "/initdb", "-A", "trust", "-U", "amts", "-N", "-D", cluster + "/data");
    run(
        programs + "/pg_ctl",
        "-w",
        "-D",
        cluster + "/data",
        "-l",
        cluster + "/log",
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
        "start");
  }

  @AfterAll
  static void stopPostgres() throws IOException, InterruptedException {
    if (cluster != null) {
      run(programs + "/pg_ctl", "-D", cluster + "/data", "-m", "immediate", "stop");
      run("rm", "-r", cluster.toString());
    }
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
          .max(Comparator.naturalOrder());
    }
  }

  /** Runs a program, as root by the user that the package has made, and returns what it prints. */
  private static String run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(List.of(command));
    Path printed = Files.createTempFile(data, "printed", ".txt");
    Process process =
        new ProcessBuilder(all)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    int code = process.waitFor();
    String output = Files.readString(printed, StandardCharsets.UTF_8);
    assertThat(code).as(all + ": " + output).isZero();
    return output;
  }

  private static ServerFixture serve() throws IOException {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            0,
            data,
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=amts",
            null);
    AmtsServer server = AmtsServer.start(settings, new FakeEngine());
    return new ServerFixture(
        server.endpoint(), server.s3Endpoint(), AccessKeys.of(data), server::close);
  }

  @Test
  void jobsAndParallelDataAreInTheDatabaseAndThereAfterAStart() throws IOException {
    String id;
    try (ServerFixture server = serve()) {
      server.bucket("books");
      server.upload("books", "pairs.csv", "en,es\nDocument 7.,El séptimo.\n");
      for (int i = 0; i < DOCUMENTS; i++) {
        server.upload("books", "in/" + i + ".txt", "Document " + i + ".\n");
      }
      server
          .translate()
          .createParallelData(
              request ->
                  request
                      .name("book")
                      .parallelDataConfig(
                          config ->
                              config.s3Uri("s3://books/pairs.csv").format(ParallelDataFormat.CSV)));
      ServerFixture.await(() -> status(server), status -> status == ParallelDataStatus.ACTIVE);
      id = server.startJob(request -> request.parallelDataNames("book"));
    }
    try (ServerFixture server = serve()) {
      assertThat(status(server)).isEqualTo(ParallelDataStatus.ACTIVE);
      TextTranslationJobProperties job =
          ServerFixture.await(
              () -> describe(server, id), each -> each.jobStatus() == JobStatus.COMPLETED);
      assertThat(job.jobDetails().translatedDocumentsCount()).isEqualTo(DOCUMENTS);
      String folder = job.outputDataConfig().s3Uri().substring("s3://books/".length());
      assertThat(server.download("books", folder + "es.7.txt")).isEqualTo("El séptimo.\n");
      assertThat(server.download("books", folder + "es.8.txt")).isEqualTo("ES:Document 8.\n");
      assertThat(server.translate().listTextTranslationJobs(request -> {}))
          .satisfies(jobs -> assertThat(jobs.textTranslationJobPropertiesList()).hasSize(1));
      assertThat(Files.exists(data.resolve("amts.mv.db"))).isFalse();
    }
  }

  private static ParallelDataStatus status(ServerFixture server) {
    return server
        .translate()
        .getParallelData(request -> request.name("book"))
        .parallelDataProperties()
        .status();
  }

  private static TextTranslationJobProperties describe(ServerFixture server, String id) {
    return server
        .translate()
        .describeTextTranslationJob(request -> request.jobId(id))
        .textTranslationJobProperties();
  }
}
