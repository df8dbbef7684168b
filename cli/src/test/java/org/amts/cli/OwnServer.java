package org.amts.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.TranslationEngine;
import org.amts.server.AccessKeys;
import org.amts.server.AmtsServer;
import org.amts.server.ServerSettings;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code amts serve} in this process, with a bucket, as the engine {@code amazon} finds it:
 * endpoints, region and keys come from the SDK's default chain, here from system properties.
 */
final class OwnServer implements AutoCloseable {

  static final String BUCKET = "own-bucket";

  private final AmtsServer server;
  private final Map<String, String> changed = new TreeMap<>();

  /**
   * @param engine works for the server; stays open
   */
  OwnServer(Path data, TranslationEngine engine) throws IOException {
    server = AmtsServer.start(ServerSettings.loopback(0, 0, data), engine);
    AccessKeys keys = AccessKeys.of(data);
    set("aws.accessKeyId", keys.id());
    set("aws.secretAccessKey", keys.secret());
    set("aws.region", "us-east-1");
    set("aws.endpointUrlTranslate", server.endpoint().toString());
    set("aws.endpointUrlS3", server.s3Endpoint().toString());
    try (S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
  }

  /** The engine {@code amazon} on this server; everything goes by jobs. */
  TranslationEngine amazon() {
    return EngineProvider.named("amazon")
        .open(
            EngineSettings.DEFAULT.withProperties(
                Map.of(
                    "bucket",
                    BUCKET,
                    "role",
                    "arn:aws:iam::123456789012:role/own",
                    "batch-from",
                    "1")));
  }

  private void set(String property, String value) {
    String before = System.setProperty(property, value);
    changed.put(property, before == null ? "" : before);
  }

  @Override
  public void close() {
    server.close();
    changed.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
