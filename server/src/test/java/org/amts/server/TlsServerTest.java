package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that other machines reach, with a certificate that the JDK's keytool has made. */
class TlsServerTest {

  private static final String PASSWORD = "of-a-test";

  @TempDir private static Path folder;
  private static Path keyStore;
  private static HttpClient client;

  @BeforeAll
  static void certificate() throws Exception {
    keyStore = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    client = HttpClient.newBuilder().sslContext(tls).build();
  }

  private static ServerSettings everywhere(Path file, String password) {
    return new ServerSettings(
        "0.0.0.0", 0, 0, folder.resolve("data"), null, new ServerSettings.Tls(file, password));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theServiceThePageAndS3AreServedWithTlsOnly() throws Exception {
    try (AmtsServer server = AmtsServer.start(everywhere(keyStore, PASSWORD), new FakeEngine())) {
      assertThat(server.endpoint().getScheme()).isEqualTo("https");
      assertThat(server.s3Endpoint().getScheme()).isEqualTo("https");
      URI endpoint = URI.create("https://127.0.0.1:" + server.endpoint().getPort());
      URI s3 = URI.create("https://127.0.0.1:" + server.s3Endpoint().getPort());

      assertThat(send(HttpRequest.newBuilder(endpoint.resolve("/health"))).statusCode())
          .isEqualTo(200);
      HttpResponse<String> translated = send(translation(endpoint));
      assertThat(translated.statusCode()).as(translated.body()).isEqualTo(200);
      assertThat(translated.body()).contains("ES:Good day.");
      assertThat(send(HttpRequest.newBuilder(s3)).statusCode()).isEqualTo(403);

      for (URI each : new URI[] {endpoint, s3}) {
        String plain = RawHttp.exchange(each, "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        assertThat(plain).doesNotContain(" 200 ");
      }
    }
  }

  @Test
  void aWrongPasswordOrNoKeyStoreIsSaid() {
    assertThatThrownBy(
            () -> AmtsServer.start(everywhere(keyStore, "guessed"), new FakeEngine()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("password");
    Path missing = folder.resolve("missing.p12");
    assertThatThrownBy(
            () -> AmtsServer.start(everywhere(missing, PASSWORD), new FakeEngine()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.p12");
  }

  private static HttpRequest.Builder translation(URI endpoint) throws IOException {
    return TestSigner.translation(endpoint, AccessKeys.of(folder.resolve("data")), "Good day.");
  }
}
