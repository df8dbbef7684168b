package org.amts.server.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.engine.Adaptation;

/**
 * Folders for what the engine computes from parallel data: one for each version, and in it one for
 * each engine that is adapted to it, since no two may share one, and one for what any of them has
 * learnt.
 *
 * @param folder of all
 */
record EngineCaches(Path folder) {

  Path folder(String version, String engine) {
    return folder.resolve(version).resolve(engine);
  }

  Adaptation.Learnt learnt(String version) {
    return new Adaptation.Learnt(folder.resolve(version).resolve("learnt"), true);
  }

  /** Deletes what belongs to a version; what cannot be deleted goes at the next start. */
  void delete(String version) {
    try (Stream<Path> files = Files.walk(folder.resolve(version))) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }

  /** Deletes what earlier processes have left of other versions. */
  void keepOnly(Set<String> versions) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<String> found;
    try (Stream<Path> folders = Files.list(folder)) {
      found = folders.map(each -> each.getFileName().toString()).toList();
    }
    found.stream().filter(version -> !versions.contains(version)).forEach(this::delete);
  }
}
