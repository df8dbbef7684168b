package org.amts.engine.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amts.document.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * The jobs whose answers have not been read yet, a small JSON file each: what they translate may be
 * asked for in other portions by the next run, which then would not find them by their content.
 * Safe for use by many threads.
 */
final class PendingJobs {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String EXTENSION = ".json";

  private final @Nullable Path folder;

  /** Names that some thread of this process works on. */
  private final Set<String> taken = new HashSet<>();

  /**
   * @param folder where the files are; it need not exist. Null to remember nothing
   */
  PendingJobs(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Remembers a job, and that the caller works on it. */
  synchronized void add(String name, Customization customization) {
    taken.add(name);
    if (folder != null) {
      try {
        AtomicFile.write(file(folder, name), MAPPER.writeValueAsBytes(Entry.of(customization)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The caller works on it no more. */
  synchronized void leave(String name) {
    taken.remove(name);
  }

  /** Forgets a job. */
  synchronized void remove(String name) {
    if (folder != null) {
      try {
        Files.deleteIfExists(file(folder, name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether answers are still to be read. */
  synchronized boolean has(Customization customization) {
    return !names(customization).isEmpty();
  }

  /** The names of jobs that nobody works on yet; the caller now does. */
  synchronized List<String> take(Customization customization) {
    List<String> names = names(customization);
    names.removeAll(taken);
    taken.addAll(names);
    return names;
  }

  private List<String> names(Customization customization) {
    List<String> names = new ArrayList<>();
    if (folder == null || !Files.isDirectory(folder)) {
      return names;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(EXTENSION)
            && !name.startsWith(".")
            && Entry.of(customization).equals(read(file))) {
          names.add(name.substring(0, name.length() - EXTENSION.length()));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Entry read(Path file) throws IOException {
    JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
    return new Entry(node.path("pair").asText(), node.path("customization").asText());
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + EXTENSION);
  }

  private record Entry(String pair, String customization) {
    static Entry of(Customization customization) {
      return new Entry(customization.pair().toString(), customization.fingerprint());
    }
  }
}
