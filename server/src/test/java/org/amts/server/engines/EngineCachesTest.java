package org.amts.server.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCachesTest {

  @TempDir private Path folder;

  @Test
  void enginesOfOneVersionShareWhatTheyLearnAndNothingElse() {
    EngineCaches caches = new EngineCaches(folder);
    assertThat(caches.folder("v1", "en-zh")).isNotEqualTo(caches.folder("v1", "en-zh-terms"));
    assertThat(caches.learnt("v1")).isEqualTo(caches.learnt("v1"));
    assertThat(caches.learnt("v1").folder()).isNotEqualTo(caches.learnt("v2").folder());
    assertThat(caches.learnt("v1").exact()).isTrue();
  }

  @Test
  void whatBelongsToAVersionGoesWithIt() throws IOException {
    EngineCaches caches = new EngineCaches(folder);
    for (String version : Set.of("v1", "v2", "v3")) {
      for (Path each : Set.of(caches.folder(version, "en-zh"), caches.learnt(version).folder())) {
        Files.createDirectories(each);
        Files.writeString(each.resolve("file"), version);
      }
    }
    caches.delete("v1");
    caches.keepOnly(Set.of("v3"));
    assertThat(folder).isDirectoryNotContaining("glob:**v1").isDirectoryNotContaining("glob:**v2");
    assertThat(caches.learnt("v3").folder().resolve("file")).hasContent("v3");
    assertThat(caches.folder("v3", "en-zh").resolve("file")).hasContent("v3");
  }
}
