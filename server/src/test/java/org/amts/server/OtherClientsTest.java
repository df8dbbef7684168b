package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of a user by the clients that people have: Debian's awscli and python3-boto3, whichever
 * of them are on the path, and the SDK for JavaScript, where npm can fetch it. Each is skipped, and
 * says so, where it is missing.
 */
@Timeout(240)
class OtherClientsTest {

  private static final Path SCRIPTS = Path.of("src/test/resources/org/amts/server/clients");

  @TempDir private Path data;
  @TempDir private Path work;

  private ServerFixture server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerFixture(data, new FakeEngine());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void commandLine() throws IOException, InterruptedException {
    String aws = firstThatRuns(List.of("/usr/bin/aws", "aws"), "--version");
    check(run(List.of("sh", script("steps.sh"), aws)));
  }

  @Test
  void debiansBoto3() throws IOException, InterruptedException {
    python("/usr/bin/python3");
  }

  @Test
  void boto3OnThePath() throws IOException, InterruptedException {
    python("python3");
  }

  @Test
  void javaScript() throws IOException, InterruptedException {
    assumeTrue(runs(List.of("node", "--version")), "node is not installed");
    assumeTrue(
        run(List.of("npm", "install", "--no-audit", "--no-fund", "@aws-sdk/client-translate"))
                .code()
            == 0,
        "npm cannot fetch @aws-sdk/client-translate");
    Files.copy(SCRIPTS.resolve("steps.mjs"), work.resolve("steps.mjs"));
    Result result = run(List.of("node", "steps.mjs"));
    assertThat(result.output())
        .contains("ES:Hello.", "UnsupportedLanguagePairException fr", "pages 2");
    assertThat(result.code()).as(result.output()).isZero();
  }

  private void python(String python) throws IOException, InterruptedException {
    assumeTrue(runs(List.of(python, "-c", "import boto3")), python + " has no boto3");
    check(run(List.of(python, script("steps.py"))));
  }

  /** What every script prints: a job without parallel data, and one with it. */
  private static void check(Result result) {
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output())
        .contains(
            "real time: ES:Hello.",
            "plain: ES:See you soon.",
            "adapted: Hasta pronto.",
            "UnsupportedLanguagePairException");
  }

  private record Result(int code, String output) {}

  private Result run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(work, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", server.keys().id());
    builder.environment().put("AWS_SECRET_ACCESS_KEY", server.keys().secret());
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("TRANSLATE", server.endpoint().toString());
    builder.environment().put("S3", server.s3Endpoint().toString());
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Result(-1, "timed out: " + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private boolean runs(List<String> command) throws InterruptedException {
    try {
      return run(command).code() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String firstThatRuns(List<String> programs, String option) throws InterruptedException {
    for (String program : programs) {
      if (runs(List.of(program, option))) {
        return program;
      }
    }
    assumeTrue(false, "none is installed of " + programs);
    throw new AssertionError();
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toAbsolutePath().toString();
  }
}
