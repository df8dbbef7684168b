package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code amts serve} as a process of its own, and the examples of the README against it. */
@Timeout(120)
class ServeCommandTest {

  @TempDir private static Path folder;
  private static Process process;
  private static final Map<String, String> EXPORTED = new LinkedHashMap<>();

  @BeforeAll
  static void serve() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.amts.cli.Amts",
                "serve",
                "--engine",
                "fake",
                "--port",
                "0",
                "--s3-port",
                "0",
                "--data",
                folder.resolve("data").toString())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !EXPORTED.containsKey("AWS_ENDPOINT_URL_S3")) {
      assertThat(line).matches("export [A-Z0-9_]+=\\S+");
      String[] parts = line.substring("export ".length()).split("=", 2);
      EXPORTED.put(parts[0], parts[1]);
      line = EXPORTED.containsKey("AWS_ENDPOINT_URL_S3") ? null : lines.readLine();
    }
    assertThat(EXPORTED).as(Files.readString(folder.resolve("errors.txt"))).isNotEmpty();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Test
  void printsWhatClientsReadFromTheEnvironment() {
    assertThat(EXPORTED)
        .containsOnlyKeys(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_ENDPOINT_URL_TRANSLATE",
            "AWS_ENDPOINT_URL_S3");
  }

  @Test
  void theExampleForThePythonClientWorksAsItIsPasted() throws Exception {
    assumeRuns("/usr/bin/python3", "-c", "import boto3");
    Path script = Files.writeString(folder.resolve("example.py"), example("python", "import time"));
    assertThat(run("/usr/bin/python3", script.toString()).strip())
        .isEqualTo(
            "<p>El gradiente se desvanece. ES:The server stores the files in this folder.</p>");
  }

  @Test
  void theExampleForTheCommandLineWorksAsItIsPasted() throws Exception {
    assumeRuns("aws", "--version");
    assertThat(run("sh", "-c", example("", "aws --endpoint-url")))
        .contains("\"TranslatedText\": \"ES:The server stores the files in this folder.\"");
  }

  @Test
  void otherMachinesAreServedWithTlsOnly() {
    Run open = Run.amts("serve", "--host", "0.0.0.0", "--data", folder.resolve("open"));
    assertThat(open.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(open.err()).contains("TLS", "key store");
    Run noPassword =
        Run.amts("serve", "--host", "0.0.0.0", "--tls-key-store", folder.resolve("none.p12"));
    assertThat(noPassword.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(noPassword.err()).contains("AMTS_TLS_PASSWORD");
  }

  /** A block of the README with the endpoints of this server. */
  private static String example(String language, String beginning) throws IOException {
    Matcher block =
        Pattern.compile("(?ms)^```" + language + "\\n(" + Pattern.quote(beginning) + ".*?)^```$")
            .matcher(Files.readString(Path.of("../README.md")));
    assertThat(block.find()).isTrue();
    return block
        .group(1)
        .replace("http://127.0.0.1:4566", EXPORTED.get("AWS_ENDPOINT_URL_TRANSLATE"))
        .replace("http://127.0.0.1:4567", EXPORTED.get("AWS_ENDPOINT_URL_S3"));
  }

  private static void assumeRuns(String... command) throws InterruptedException {
    boolean runs;
    try {
      runs =
          new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      runs = false;
    }
    Assumptions.assumeTrue(runs, () -> "skipped: this does not run: " + List.of(command));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().putAll(EXPORTED);
    int code = builder.start().waitFor();
    String output = Files.readString(printed);
    assertThat(code).as(output).isZero();
    return output;
  }
}
