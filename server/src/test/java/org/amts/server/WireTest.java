package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amts.server.protocol.Operations;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests and answers as data, see {@code wire/README.md}. The steps of a file are sent one after
 * the other to a server that all files share.
 */
class WireTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/org/amts/server/wire");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

  @TempDir private static Path data;
  private static ServerFixture server;

  @BeforeAll
  static void start() throws IOException {
    server = new ServerFixture(data, new FakeEngine());
    server.bucket("wire");
    server.upload("wire", "pairs.csv", "en,es\nSee you soon.,Hasta pronto.\n");
    server.upload("wire", "pairs.tsv", "en\tes\tzh\nOne.\tUno.\t一。\n\tvacío\t空\n");
    server.upload("wire", "empty.csv", "en,es\n");
    server.upload("wire", "in/a.txt", "Hello.\n");
    server.upload("wire", "root.txt", "Hello.\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> new Case(file).run()))
          .toList()
          .stream();
    }
  }

  /**
   * Every operation succeeds in some case, and every error that it declares and can meet occurs.
   */
  @Test
  void everyOperationHasCases() throws IOException {
    Set<String> succeeding = new TreeSet<>();
    Set<String> errors = new TreeSet<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        for (JsonNode step : JSON.readTree(file.toFile())) {
          if (step.path("status").asInt(200) == 200) {
            succeeding.add(step.path("operation").asText());
          } else {
            errors.add(step.path("answer").path("__type").asText());
          }
        }
      }
    }
    assertThat(succeeding).containsAll(Operations.names());
    assertThat(errors)
        .contains(
            "ConflictException",
            "DetectedLanguageLowConfidenceException",
            "IncompleteSignatureException",
            "InvalidFilterException",
            "InvalidParameterValueException",
            "InvalidRequestException",
            "InvalidSignatureException",
            "LimitExceededException",
            "MissingAuthenticationTokenException",
            "RequestEntityTooLargeException",
            "ResourceNotFoundException",
            "SerializationException",
            "TextSizeLimitExceededException",
            "TooManyTagsException",
            "UnknownOperationException",
            "UnrecognizedClientException",
            "UnsupportedLanguagePairException",
            "ValidationException");
  }

  /** A file of steps. */
  private static final class Case {

    private final Path file;
    private final Map<String, String> variables = new HashMap<>();

    Case(Path file) {
      this.file = file;
    }

    void run() throws IOException, InterruptedException {
      int number = 0;
      for (JsonNode step : JSON.readTree(file.toFile())) {
        number++;
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
          try {
            check(step);
            break;
          } catch (AssertionError e) {
            if (!step.has("eventually") || System.nanoTime() > end) {
              throw new AssertionError("step " + number + ": " + step.path("why").asText(), e);
            }
            Thread.sleep(20);
          }
        }
      }
    }

    private void check(JsonNode step) throws IOException, InterruptedException {
      HttpResponse<String> response = send(step);
      int status = step.path("status").asInt(200);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(response.headers().firstValue("content-type"))
          .hasValue("application/x-amz-json-1.1");
      assertThat(response.headers().firstValue("x-amzn-requestid")).isPresent();
      JsonNode answer = JSON.readTree(response.body());
      if (status != 200) {
        assertThat(response.headers().firstValue("x-amzn-errortype"))
            .hasValue(answer.path("__type").asText());
        assertThat(answer.has("Message") || answer.has("message")).isTrue();
      }
      compare("", step.path("answer"), answer);
      step.path("keep")
          .properties()
          .forEach(
              entry ->
                  variables.put(entry.getKey(), answer.at(entry.getValue().asText()).asText()));
    }

    private HttpResponse<String> send(JsonNode step) throws IOException, InterruptedException {
      String body =
          step.has("body")
              ? step.get("body").asText().repeat(step.path("times").asInt(1))
              : fill(step.path("request").toString());
      if (step.has("longText")) {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        body = request.put("Text", "x".repeat(step.get("longText").asInt())).toString();
      }
      if (step.has("longDocument")) {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        ((ObjectNode) request.get("Document"))
            .put("Content", new byte[step.get("longDocument").asInt()]);
        body = request.toString();
      }
      Map<String, String> headers = new HashMap<>();
      headers.put("content-type", "application/x-amz-json-1.1");
      headers.put("host", server.endpoint().getAuthority());
      headers.put(
          "x-amz-target",
          step.path("target")
              .asText("AWSShineFrontendService_20170701." + step.path("operation").asText()));
      JsonNode signature = step.path("signature");
      TestSigner signer =
          new TestSigner(
              signature.path("id").asText(server.keys().id()),
              signature.path("secret").asText(server.keys().secret()),
              signature.path("service").asText("translate"));
      Instant time = Instant.now().plusSeconds(signature.path("seconds").asInt(0));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      Set<String> unsigned = new TreeSet<>();
      signature.path("unsigned").forEach(name -> unsigned.add(name.asText()));
      Map<String, String> signed = signer.sign(headers, bytes, time, unsigned);
      signature
          .path("replace")
          .properties()
          .forEach(entry -> signed.put(entry.getKey(), entry.getValue().asText()));
      signature.path("remove").forEach(name -> signed.remove(name.asText()));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.endpoint().resolve(step.path("path").asText("/")))
              .timeout(Duration.ofSeconds(20))
              .method(
                  step.path("method").asText("POST"),
                  HttpRequest.BodyPublishers.ofByteArray(
                      signature.has("body")
                          ? signature.get("body").asText().getBytes(StandardCharsets.UTF_8)
                          : bytes));
      signed.forEach(
          (name, value) -> {
            if (!name.equals("host")) {
              request.header(name, value);
            }
          });
      // A client of its own: one that keeps connections may pick one that the server is closing.
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String fill(String text) {
      return VARIABLE
          .matcher(text)
          .replaceAll(
              name ->
                  Matcher.quoteReplacement(variables.getOrDefault(name.group(1), name.group())));
    }

    /** What is expected must be there; the answer may hold more, but for lists. */
    private void compare(String path, JsonNode expected, JsonNode actual) {
      if (expected.isObject()) {
        assertThat(actual.isObject()).as("%s: an object: %s", path, actual).isTrue();
        expected
            .properties()
            .forEach(
                entry ->
                    compare(
                        path + "/" + entry.getKey(),
                        entry.getValue(),
                        actual.path(entry.getKey())));
      } else if (expected.isArray()) {
        assertThat(actual).as("%s: %s", path, actual).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
          compare(path + "/" + i, expected.get(i), actual.get(i));
        }
      } else if (expected.isNull()) {
        assertThat(actual.isMissingNode()).as("%s is missing: %s", path, actual).isTrue();
      } else if (expected.isTextual() && expected.asText().startsWith("~")) {
        assertThat(actual.asText())
            .as(path)
            .matches(Pattern.compile(fill(expected.asText().substring(1)), Pattern.DOTALL));
      } else if (expected.isTextual()) {
        assertThat(actual.asText()).as(path).isEqualTo(fill(expected.asText()));
      } else if (!expected.isMissingNode()) {
        assertThat(actual).as(path).isEqualTo(expected);
      }
    }
  }
}
