package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

  private static final Path DATA = Path.of("data");

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void otherAddressesThanLoopbackNeedTls(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerSettings(host, 1, 2, DATA, null, null))
        .withMessageContaining("TLS");
    ServerSettings.Tls tls = new ServerSettings.Tls(Path.of("k.p12"), "not-to-be-shown");
    assertThatNoException().isThrownBy(() -> new ServerSettings(host, 1, 2, DATA, null, tls));
    assertThat(tls.toString()).doesNotContain("not-to-be-shown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
  void loopbackNeedsNone(String host) {
    assertThatNoException().isThrownBy(() -> new ServerSettings(host, 1, 2, DATA, null, null));
  }

  @Test
  void portsHaveARange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerSettings.loopback(65536, 0, DATA))
        .withMessageContaining("65536");
  }
}
