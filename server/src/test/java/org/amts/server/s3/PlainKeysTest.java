package org.amts.server.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainKeysTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b.txt", "a/", "a/b/", "..a/b..", "...", "è ß/机器", ".hidden"})
  void plain(String key) {
    assertThat(PlainKeys.isPlain(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "/a", "a//b", "..", "../a", "a/../b", "a/..", "./a", "a/.", "a\\b", "a\0"
      })
  void notPlain(String key) {
    assertThat(PlainKeys.isPlain(key)).isFalse();
  }
}
