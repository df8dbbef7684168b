package org.amts.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {

  @TempDir private Path folder;

  @Test
  void areMadeOnceAndKeptForTheOwnerOnly() throws IOException {
    Path data = folder.resolve("data");
    assertThat(AccessKeys.exist(data)).isFalse();
    AccessKeys keys = AccessKeys.of(data);
    assertThat(keys.id()).matches("AKIA[A-Z2-7]{16}");
    assertThat(keys.secret()).hasSize(40);
    assertThat(AccessKeys.exist(data)).isTrue();
    assertThat(AccessKeys.of(data)).isEqualTo(keys);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys.json"))))
        .isEqualTo("rw-------");
    assertThat(keys.toString()).doesNotContain(keys.secret());
    assertThat(AccessKeys.of(folder.resolve("other"))).isNotEqualTo(keys);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("keys.json"), "{\"accessKeyId\":\"A\"}");
    assertThatThrownBy(() -> AccessKeys.of(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }
}
