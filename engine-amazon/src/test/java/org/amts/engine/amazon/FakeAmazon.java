package org.amts.engine.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.engine.EngineSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.translate.TranslateClient;

/**
 * Amazon Translate and S3 in this process, as far as the engine uses them. {@code See it.} becomes
 * {@code zh:See it.}, and a paragraph that equals a source of the job's parallel data becomes its
 * target. A job or an import is done at the second look. Tests say which requests fail.
 */
final class FakeAmazon implements AutoCloseable {

  static final String BUCKET = "test-bucket";
  static final String ROLE = "arn:aws:iam::123456789012:role/translate";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static {
    // Without it, every answer on a kept connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final Pattern DELETED_KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpServer server;

  final Map<String, byte[]> objects = new TreeMap<>();
  final Map<String, ObjectNode> parallelData = new LinkedHashMap<>();
  final Map<String, ObjectNode> terminologies = new LinkedHashMap<>();
  final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
  private final Map<String, JsonNode> jobRequests = new HashMap<>();
  private final Map<String, String> jobsByToken = new HashMap<>();

  /** The names of all requests, in order: {@code TranslateText}, {@code PUT}. */
  final List<String> requests = new ArrayList<>();

  /** Texts and paragraphs that were translated, each as often as it would be charged. */
  final List<String> charged = new ArrayList<>();

  /** Bodies of requests to Translate, by operation; the last of each. */
  final Map<String, JsonNode> bodies = new HashMap<>();

  private final Map<String, Deque<String>> errors = new HashMap<>();

  private final List<String> lostAnswers = new ArrayList<>();

  /** What becomes of a translation, as HTML, before it is answered. */
  UnaryOperator<String> damage = html -> html;

  /** Documents that fail in a job, by their content. */
  Predicate<String> failingDocuments = html -> false;

  /** How jobs end, if not by what became of their documents. */
  String jobEnd = "";

  /** How imports of parallel data end. */
  String importEnd = "ACTIVE";

  FakeAmazon() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** The next requests of an operation are answered with these errors. */
  synchronized void failNext(String operation, String... codes) {
    errors.computeIfAbsent(operation, name -> new ArrayDeque<>()).addAll(List.of(codes));
  }

  /** The next request of an operation is carried out and answered with an error all the same. */
  synchronized void loseNextAnswer(String operation) {
    lostAnswers.add(operation);
  }

  synchronized long count(String operation) {
    return requests.stream().filter(operation::equals).count();
  }

  /** Clients of this service that retry at once. */
  AmazonClients clients() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "secret"));
    ClientOverrideConfiguration retries =
        AmazonClients.retrying(Duration.ofMillis(1), Duration.ofMillis(5));
    return new AmazonClients(
        () ->
            TranslateClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(retries)
                .build(),
        () ->
            S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(retries)
                .build());
  }

  /** An engine that uses this service. */
  AmazonEngine engine(EngineSettings settings) {
    return engine(settings, Limits.AMAZON);
  }

  AmazonEngine engine(EngineSettings settings, Limits limits) {
    Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    return new AmazonEngine(settings, clients(), backoff, limits);
  }

  /** Settings with a bucket and a role, and what else is given. */
  static EngineSettings settings(Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(Map.of("bucket", BUCKET, "role", ROLE));
    properties.putAll(more);
    return EngineSettings.DEFAULT.withProperties(properties);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      synchronized (this) {
        if (target == null) {
          storage(exchange, body);
        } else {
          translate(exchange, target.substring(target.indexOf('.') + 1), body);
        }
      }
    }
  }

  private void translate(HttpExchange exchange, String operation, byte[] body) throws IOException {
    requests.add(operation);
    String error = errors.getOrDefault(operation, new ArrayDeque<>()).poll();
    if (error != null) {
      fail(exchange, error, "a test asked for it");
      return;
    }
    JsonNode request = MAPPER.readTree(body);
    bodies.put(operation, request);
    try {
      String answer = operate(operation, request).toString();
      if (lostAnswers.remove(operation)) {
        fail(exchange, "InternalServerException", "a test asked for it");
      } else {
        send(exchange, 200, "application/x-amz-json-1.1", answer);
      }
    } catch (IllegalStateException e) {
      fail(exchange, e.getMessage(), e.getMessage());
    }
  }

  private void fail(HttpExchange exchange, String code, String message) throws IOException {
    int status = code.startsWith("TooMany") || code.startsWith("Throttling") ? 429 : 400;
    send(
        exchange,
        code.startsWith("InternalServer") ? 500 : status,
        "application/x-amz-json-1.1",
        MAPPER.createObjectNode().put("__type", code).put("Message", message).toString());
  }

  private JsonNode operate(String operation, JsonNode request) {
    String name = request.path("Name").asText();
    ObjectNode answer = MAPPER.createObjectNode();
    switch (operation) {
      case "TranslateText" -> {
        String text = request.path("Text").asText();
        charged.add(text);
        answer
            .put(
                "TranslatedText",
                damage.apply(request.path("TargetLanguageCode").asText() + ":" + text))
            .put("SourceLanguageCode", request.path("SourceLanguageCode").asText())
            .put("TargetLanguageCode", request.path("TargetLanguageCode").asText());
        if (request.path("TerminologyNames").size() > 0) {
          ObjectNode applied = answer.putArray("AppliedTerminologies").addObject();
          applied
              .put("Name", request.path("TerminologyNames").get(0).asText())
              .putArray("Terms")
              .addObject()
              .put("SourceText", "loss")
              .put("TargetText", "损失");
        }
      }
      case "ListLanguages" -> {
        for (String code : List.of("auto", "en", "zh", "es-MX")) {
          answer.withArray("Languages").addObject().put("LanguageCode", code);
        }
      }
      case "CreateParallelData" -> {
        require(!parallelData.containsKey(name), "ConflictException");
        ObjectNode made = MAPPER.createObjectNode().put("Name", name).put("Status", "CREATING");
        describeImport(made, request);
        parallelData.put(name, made);
        answer.put("Name", name).put("Status", "CREATING");
      }
      case "UpdateParallelData" -> {
        ObjectNode there = parallelData.get(name);
        require(there != null, "ResourceNotFoundException");
        there.put("LatestUpdateAttemptStatus", "UPDATING");
        describeImport(there, request);
        answer.put("Name", name).put("Status", "ACTIVE");
      }
      case "GetParallelData" -> {
        require(parallelData.containsKey(name), "ResourceNotFoundException");
        ObjectNode there = parallelData.get(name);
        answer.set("ParallelDataProperties", there.deepCopy());
        answer
            .putObject("AuxiliaryDataLocation")
            .put("RepositoryType", "S3")
            .put("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/errors.json");
        if (there.path("Status").asText().equals("CREATING")) {
          there.put("Status", importEnd).put("Message", "it has no records");
        }
        if (there.path("LatestUpdateAttemptStatus").asText().equals("UPDATING")) {
          there.put("LatestUpdateAttemptStatus", "ACTIVE");
        }
      }
      case "DeleteParallelData" -> {
        require(parallelData.remove(name) != null, "ResourceNotFoundException");
        answer.put("Name", name).put("Status", "DELETING");
      }
      case "ImportTerminology" -> {
        ObjectNode made =
            MAPPER
                .createObjectNode()
                .put("Name", name)
                .put("Description", request.path("Description").asText())
                .put("SkippedTermCount", 0);
        terminologies.put(name, made);
        answer.set("TerminologyProperties", made);
      }
      case "GetTerminology" -> {
        require(terminologies.containsKey(name), "ResourceNotFoundException");
        answer.set("TerminologyProperties", terminologies.get(name));
      }
      case "DeleteTerminology" ->
          require(terminologies.remove(name) != null, "ResourceNotFoundException");
      case "StartTextTranslationJob" -> start(request, answer);
      case "DescribeTextTranslationJob" -> {
        String id = request.path("JobId").asText();
        require(jobs.containsKey(id), "ResourceNotFoundException");
        goOn(id);
        answer.set("TextTranslationJobProperties", jobs.get(id));
      }
      case "ListTextTranslationJobs" -> {
        String wanted = request.path("Filter").path("JobName").asText();
        var list = answer.putArray("TextTranslationJobPropertiesList");
        jobs.values().stream()
            .filter(job -> job.path("JobName").asText().equals(wanted))
            .forEach(list::add);
      }
      default -> throw new IllegalStateException("UnknownOperationException");
    }
    return answer;
  }

  private static void require(boolean holds, String error) {
    if (!holds) {
      throw new IllegalStateException(error);
    }
  }

  private void describeImport(ObjectNode properties, JsonNode request) {
    String key = key(request.path("ParallelDataConfig").path("S3Uri").asText());
    require(objects.containsKey(key), "InvalidRequestException");
    properties
        .put("Description", request.path("Description").asText())
        .put("ImportedRecordCount", text(key).lines().count() - 1)
        .put("SkippedRecordCount", text(key).contains("skip me") ? 1 : 0)
        .put("FailedRecordCount", 0)
        .put("Pairs", text(key));
  }

  private void start(JsonNode request, ObjectNode answer) {
    String token = request.path("ClientToken").asText();
    String id = jobsByToken.get(token);
    if (id == null) {
      id = String.format("%032x", jobs.size() + 1);
      jobsByToken.put(token, id);
      ObjectNode job =
          MAPPER
              .createObjectNode()
              .put("JobId", id)
              .put("JobName", request.path("JobName").asText())
              .put("JobStatus", "SUBMITTED")
              .put("SubmittedTime", 1_700_000_000.5 + jobs.size());
      job.set("OutputDataConfig", request.path("OutputDataConfig").deepCopy());
      String folder = "123456789012-TranslateText-" + id + "/";
      job.withObject("/OutputDataConfig")
          .put("S3Uri", request.path("OutputDataConfig").path("S3Uri").asText() + folder);
      jobs.put(id, job);
      jobRequests.put(id, request);
    }
    answer.put("JobId", id).put("JobStatus", jobs.get(id).path("JobStatus").asText());
  }

  /** A look at a job takes it a step further. */
  private void goOn(String id) {
    ObjectNode job = jobs.get(id);
    switch (job.path("JobStatus").asText()) {
      case "SUBMITTED" -> job.put("JobStatus", "IN_PROGRESS");
      case "IN_PROGRESS" -> run(job, jobRequests.get(id));
      default -> {
        // it has ended
      }
    }
  }

  private void run(ObjectNode job, JsonNode request) {
    if (jobEnd.equals("FAILED")) {
      job.put("JobStatus", "FAILED").put("Message", "the role may not read the bucket");
      return;
    }
    String language = request.path("TargetLanguageCodes").get(0).asText();
    String input = key(request.path("InputDataConfig").path("S3Uri").asText());
    String output = key(job.path("OutputDataConfig").path("S3Uri").asText());
    Map<String, String> pairs = new HashMap<>();
    for (JsonNode name : request.path("ParallelDataNames")) {
      parallelData
          .get(name.asText())
          .path("Pairs")
          .asText()
          .lines()
          .map(line -> line.split(",", 2))
          .forEach(pair -> pairs.put(pair[0], pair[1]));
    }
    ObjectNode details = MAPPER.createObjectNode().put("documentCountWithCustomerError", "0");
    boolean failed = false;
    Map<String, byte[]> written = new TreeMap<>();
    for (String key : objects.keySet()) {
      if (!key.startsWith(input)) {
        continue;
      }
      String name = key.substring(input.length());
      if (failingDocuments.test(text(key))) {
        failed = true;
        details
            .withArray("details")
            .addObject()
            .put("sourceFile", name)
            .putObject("auxiliaryData")
            .putObject("error")
            .put("errorMessage", "cannot read this document");
        continue;
      }
      Document document = Jsoup.parse(text(key));
      document.outputSettings().prettyPrint(false);
      for (Element paragraph : document.select("p")) {
        charged.add(paragraph.html());
        String match = pairs.get(paragraph.wholeText());
        paragraph.html(damage.apply(match == null ? language + ":" + paragraph.html() : match));
      }
      written.put(output + language + "." + name, utf8(document.outerHtml()));
    }
    objects.putAll(written);
    objects.put(
        output + "details/" + language + ".auxiliary-translation-details.json",
        utf8(details.toString()));
    String end = failed ? "COMPLETED_WITH_ERROR" : "COMPLETED";
    job.put("JobStatus", jobEnd.isEmpty() ? end : jobEnd);
  }

  private static String key(String uri) {
    return uri.substring(("s3://" + BUCKET + "/").length());
  }

  String text(String key) {
    return new String(objects.get(key), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void storage(HttpExchange exchange, byte[] body) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    if (path.equals("/errors.json")) {
      send(
          exchange,
          200,
          "application/json",
          "{\"messages\":[{\"content\":\"Number 2 record\",\"message\":\"empty target\"}]}");
      return;
    }
    requests.add(method);
    String error = errors.getOrDefault(method, new ArrayDeque<>()).poll();
    if (error != null || !path.startsWith("/" + BUCKET)) {
      String code = error == null ? "NoSuchBucket" : error;
      send(
          exchange,
          error == null ? 404 : 403,
          "application/xml",
          "<Error><Code>" + code + "</Code><Message>a test asked for it</Message></Error>");
      return;
    }
    String key = path.substring(Math.min(path.length(), BUCKET.length() + 2));
    switch (method) {
      case "PUT" -> {
        boolean chunked = exchange.getRequestHeaders().containsKey("X-amz-decoded-content-length");
        objects.put(key, chunked ? dechunked(body) : body);
        send(exchange, 200, "application/xml", "");
      }
      case "POST" -> {
        Matcher keys = DELETED_KEY.matcher(new String(body, StandardCharsets.UTF_8));
        keys.results().forEach(found -> objects.remove(found.group(1)));
        send(exchange, 200, "application/xml", "<DeleteResult/>");
      }
      default -> {
        if (key.isEmpty()) {
          send(exchange, 200, "application/xml", listing(query));
        } else if (objects.containsKey(key)) {
          send(exchange, 200, "text/html", text(key));
        } else {
          send(exchange, 404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
        }
      }
    }
  }

  private String listing(String query) {
    String prefix = "";
    for (String parameter : query.split("&")) {
      if (parameter.startsWith("prefix=")) {
        prefix = URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8);
      }
    }
    StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    for (String key : objects.keySet()) {
      if (key.startsWith(prefix)) {
        xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
      }
    }
    return xml.append("</ListBucketResult>").toString();
  }

  /** The content of a body that the SDK has sent in signed chunks. */
  private static byte[] dechunked(byte[] body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (body[end] != '\r') {
        end++;
      }
      String head = new String(body, at, end - at, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(head.split(";")[0], 16);
      if (length == 0) {
        return content.toByteArray();
      }
      content.write(body, end + 2, length);
      at = end + 2 + length + 2;
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = utf8(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
