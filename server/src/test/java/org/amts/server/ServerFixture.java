package org.amts.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.amts.engine.TranslationEngine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.translate.TranslateClient;
import software.amazon.awssdk.services.translate.model.StartTextTranslationJobRequest;

/** A running server with the clients of the AWS SDK for Java. */
final class ServerFixture implements AutoCloseable {

  static final String ROLE = "arn:aws:iam::123456789012:role/translate";

  private final URI endpoint;
  private final URI s3Endpoint;
  private final Runnable end;
  private final TranslateClient translate;
  private final S3Client s3;
  private final AccessKeys keys;

  ServerFixture(Path data, TranslationEngine engine) throws IOException {
    this(data, AmtsServer.start(ServerSettings.loopback(0, 0, data), engine));
  }

  private ServerFixture(Path data, AmtsServer server) throws IOException {
    this(server.endpoint(), server.s3Endpoint(), AccessKeys.of(data), server::close);
  }

  /** Clients of a server that runs elsewhere. */
  ServerFixture(URI endpoint, URI s3Endpoint, AccessKeys keys, Runnable end) {
    this.endpoint = endpoint;
    this.s3Endpoint = s3Endpoint;
    this.keys = keys;
    this.end = end;
    translate = client(keys);
    s3 =
        S3Client.builder()
            .serviceConfiguration(service -> service.expectContinueEnabled(false))
            .endpointOverride(s3Endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(credentials(keys))
            .httpClient(UrlConnectionHttpClient.create())
            .forcePathStyle(true)
            .build();
  }

  URI endpoint() {
    return endpoint;
  }

  URI s3Endpoint() {
    return s3Endpoint;
  }

  AccessKeys keys() {
    return keys;
  }

  TranslateClient translate() {
    return translate;
  }

  S3Client s3() {
    return s3;
  }

  TranslateClient client(AccessKeys withKeys) {
    return TranslateClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials(withKeys))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  void bucket(String bucket) {
    s3.createBucket(request -> request.bucket(bucket));
  }

  void upload(String bucket, String key, String text) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  String download(String bucket, String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
        .asString(StandardCharsets.UTF_8);
  }

  /**
   * Starts a job from English into Spanish on the text files below {@code s3://books/in/}, with
   * what more is asked for; returns its id.
   */
  String startJob(Consumer<StartTextTranslationJobRequest.Builder> more) {
    return translate
        .startTextTranslationJob(
            request ->
                more.accept(
                    request
                        .inputDataConfig(
                            input -> input.s3Uri("s3://books/in/").contentType("text/plain"))
                        .outputDataConfig(output -> output.s3Uri("s3://books/out/"))
                        .dataAccessRoleArn(ROLE)
                        .sourceLanguageCode("en")
                        .targetLanguageCodes("es")))
        .jobId();
  }

  /** Asks again until the answer is one of those wanted; for half a minute at most. */
  static <T> T await(Supplier<T> question, Predicate<T> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      T answer = question.get();
      if (wanted.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("still " + answer);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static StaticCredentialsProvider credentials(AccessKeys keys) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), keys.secret()));
  }

  @Override
  public void close() {
    translate.close();
    s3.close();
    end.run();
  }
}
