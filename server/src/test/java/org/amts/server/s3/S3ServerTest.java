package org.amts.server.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.amts.server.AccessKeys;
import org.amts.server.ServerSettings;
import org.amts.server.s3.ObjectStore.StoredObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Both sides of S3: Amazon's client, and the server's own view of the objects. */
class S3ServerTest {

  @TempDir private static Path data;

  private static final AccessKeys KEYS = new AccessKeys("AKIATEST", "secret/of+the=test");
  private static S3Server server;
  private static S3Client client;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.start(ServerSettings.loopback(0, 0, data), KEYS);
    client = client(KEYS.id(), KEYS.secret());
    client.createBucket(request -> request.bucket("bucket"));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static S3Client client(String id, String secret) {
    return S3Client.builder()
        .serviceConfiguration(service -> service.expectContinueEnabled(false))
        .endpointOverride(server.endpoint())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
        .build();
  }

  private static void upload(String key, String content) {
    client.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromString(content));
  }

  private static String read(String key) throws IOException {
    try (InputStream in = server.objects().read(new S3Location("bucket", key))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void whatAClientUploadsTheServerReadsAndTheOtherWayRound() throws IOException {
    upload("in/a è.txt", "Hello");
    assertThat(read("in/a è.txt")).isEqualTo("Hello");
    server
        .objects()
        .write(new S3Location("bucket", "out/zh.a.txt"), "你好".getBytes(UTF_8), "text/plain");
    assertThat(
            client
                .getObjectAsBytes(request -> request.bucket("bucket").key("out/zh.a.txt"))
                .asUtf8String())
        .isEqualTo("你好");
    server
        .objects()
        .write(new S3Location("bucket", "out/zh.a.txt"), "再见".getBytes(UTF_8), "text/plain");
    assertThat(read("out/zh.a.txt")).isEqualTo("再见");
    server.objects().delete(new S3Location("bucket", "out/zh.a.txt"));
    server.objects().delete(new S3Location("bucket", "out/zh.a.txt"));
    assertThatThrownBy(() -> read("out/zh.a.txt")).isInstanceOf(NoSuchObjectException.class);
  }

  @Test
  void listsGoOnWhereTheyStopped() throws IOException {
    for (int i = 0; i < 7; i++) {
      upload("many/" + i + "/x", "x");
    }
    upload("manyother", "x");
    S3Location folder = new S3Location("bucket", "many/");
    List<String> keys = new ArrayList<>();
    String after = "";
    while (true) {
      List<StoredObject> page = server.objects().list(folder, after, 3);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(object -> keys.add(object.key()));
      after = page.get(page.size() - 1).key();
    }
    assertThat(keys)
        .containsExactly(
            "many/0/x", "many/1/x", "many/2/x", "many/3/x", "many/4/x", "many/5/x", "many/6/x");
    assertThat(server.objects().list(folder, "", 1).get(0).size()).isEqualTo(1);
  }

  @Test
  void bucketsAreMadeOnce() throws IOException {
    assertThat(server.objects().hasBucket("bucket")).isTrue();
    assertThat(server.objects().hasBucket("missing")).isFalse();
    server.objects().createBucket("made-here");
    server.objects().createBucket("made-here");
    assertThat(client.listBuckets().buckets())
        .anyMatch(bucket -> bucket.name().equals("made-here"));
    assertThatThrownBy(() -> server.objects().list(new S3Location("missing", ""), "", 10))
        .isInstanceOf(NoSuchObjectException.class);
    assertThatThrownBy(
            () ->
                server
                    .objects()
                    .write(new S3Location("missing", "a"), new byte[] {1}, "text/plain"))
        .isInstanceOf(NoSuchObjectException.class);
    assertThatThrownBy(() -> server.objects().read(new S3Location("missing", "a")))
        .isInstanceOf(NoSuchObjectException.class);
  }

  @Test
  void missingObjectsAreTyped() {
    assertThatThrownBy(() -> client.getObject(r -> r.bucket("bucket").key("missing")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void aWrongKeyIsRefused() {
    try (S3Client stranger = client(KEYS.id(), "guessed");
        S3Client unknown = client("AKIAOTHER", KEYS.secret())) {
      assertThatThrownBy(stranger::listBuckets)
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThatThrownBy(unknown::listBuckets)
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void withoutASignatureNothingIsServed() throws Exception {
    upload("secret.txt", "secret");
    HttpRequest request =
        HttpRequest.newBuilder(server.endpoint().resolve("/bucket/secret.txt")).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theBodyOfAStrangerIsNotWaitedFor() throws Exception {
    String head = "PUT /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n";
    for (String authorization :
        List.of(
            "",
            "Authorization: AWS4-HMAC-SHA256 Credential=AKIAOTHER/20261122/us-east-1/s3/aws4_request,"
                + " SignedHeaders=host, Signature=00\r\nx-amz-date: 20261122T000000Z\r\n"
                + "x-amz-content-sha256: 00\r\n")) {
      try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write((head + authorization + "\r\n").getBytes(UTF_8));
        byte[] answer = new byte[1000];
        int length = socket.getInputStream().read(answer);
        assertThat(new String(answer, 0, length, UTF_8)).startsWith("HTTP/1.1 403 ");
      }
    }
  }

  @Test
  void aPresignedAddressNeedsNoKey() throws Exception {
    upload("folder/présigné.txt", "given away");
    URI address =
        server
            .objects()
            .presigned(new S3Location("bucket", "folder/présigné.txt"), Duration.ofMinutes(30));
    HttpClient http = HttpClient.newHttpClient();
    assertThat(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body())
        .isEqualTo("given away");
    URI tampered = URI.create(address.toString().replace("Expires=1800", "Expires=9000"));
    assertThat(
            http.send(HttpRequest.newBuilder(tampered).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void noKeyLeadsOutOfItsBucket() throws Exception {
    Files.writeString(data.resolve("outside.txt"), "outside");
    for (String key : List.of("../outside.txt", "../../outside.txt", "a/../../../outside.txt")) {
      S3Location location = new S3Location("bucket", key);
      assertThatThrownBy(() -> server.objects().read(location)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> server.objects().write(location, new byte[] {1}, "text/plain"))
          .isInstanceOf(IOException.class);
      // The server may close the connection before the client has sent the body.
      assertThatThrownBy(() -> upload(key, "changed")).isInstanceOf(SdkException.class);
      assertThatThrownBy(() -> client.getObject(r -> r.bucket("bucket").key(key)))
          .isInstanceOf(S3Exception.class);
      assertThatThrownBy(() -> client.deleteObject(r -> r.bucket("bucket").key(key)))
          .isInstanceOf(S3Exception.class);
    }
    assertThat(Files.readString(data.resolve("outside.txt"))).isEqualTo("outside");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("outside.txt", "s3");
    }
  }

  @Test
  void aRawPathThatClimbsIsRefused() throws Exception {
    Files.writeString(data.resolve("outside.txt"), "outside");
    for (String path : List.of("/bucket/../../outside.txt", "/bucket/%2e%2e/%2e%2e/outside.txt")) {
      try (Socket socket = new Socket("127.0.0.1", server.endpoint().getPort())) {
        socket
            .getOutputStream()
            .write(
                ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(UTF_8));
        String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("outside\n");
      }
    }
  }

  @Test
  void largeObjectsComeInParts() throws IOException {
    byte[] content = new byte[20 << 20];
    new java.util.Random(1).nextBytes(content);
    String upload = client.createMultipartUpload(r -> r.bucket("bucket").key("large")).uploadId();
    List<software.amazon.awssdk.services.s3.model.CompletedPart> parts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i + 1;
      byte[] part = java.util.Arrays.copyOfRange(content, i * (10 << 20), (i + 1) * (10 << 20));
      String tag =
          client
              .uploadPart(
                  r -> r.bucket("bucket").key("large").uploadId(upload).partNumber(number),
                  RequestBody.fromBytes(part))
              .eTag();
      parts.add(
          software.amazon.awssdk.services.s3.model.CompletedPart.builder()
              .partNumber(number)
              .eTag(tag)
              .build());
    }
    client.completeMultipartUpload(
        r -> r.bucket("bucket").key("large").uploadId(upload).multipartUpload(m -> m.parts(parts)));
    try (InputStream in = server.objects().read(new S3Location("bucket", "large"))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    assertThatThrownBy(
            () ->
                S3Server.start(ServerSettings.loopback(0, server.endpoint().getPort(), data), KEYS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(":" + server.endpoint().getPort());
  }
}
