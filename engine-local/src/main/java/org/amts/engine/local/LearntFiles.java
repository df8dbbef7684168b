package org.amts.engine.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.amts.engine.LanguagePair;

/**
 * What networks have learnt, in a folder that any number of engines use at a time: one file for
 * each list of examples, the latest {@value #MOST_FILES} of a language pair.
 *
 * @param folder need not exist
 * @param model its identity
 * @param pair of the examples
 */
record LearntFiles(Path folder, String model, LanguagePair pair) {

  /** Each has some 20 MB. */
  private static final int MOST_FILES = 4;

  /**
   * The share of the examples that may be new or gone before the network learns anew: a few edits a
   * day are not worth minutes of learning.
   */
  private static final double TOLERATED = 0.1;

  /** What was learnt from exactly these examples in this order. */
  Optional<LearntFile.Content> of(List<ExampleKey> examples) {
    return read(path(examples), content -> true);
  }

  /**
   * What was learnt from these examples, or else the latest of what was learnt from most of them.
   */
  Optional<LearntFile.Content> near(List<ExampleKey> examples) {
    Set<ExampleKey> keys = new HashSet<>(examples);
    return of(examples)
        .or(
            () ->
                newestFirst().stream()
                    .map(path -> read(path, content -> isRecent(content.examples(), keys)))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  /**
   * Whether what was learnt from some examples is still good for others.
   *
   * @param learnt those that it was learnt from
   * @param now those that there are
   */
  static boolean isRecent(Set<ExampleKey> learnt, Set<ExampleKey> now) {
    long common = now.stream().filter(learnt::contains).count();
    return now.size() - common + learnt.size() - common <= TOLERATED * now.size();
  }

  /** Keeps what was learnt; older files may go. */
  void keep(List<ExampleKey> examples, LearntFile.Content content) {
    file(path(examples)).write(content);
    for (Path old : newestFirst().stream().skip(MOST_FILES).toList()) {
      try {
        Files.deleteIfExists(old);
      } catch (IOException e) {
        // it is in the way of nothing
      }
    }
  }

  /** Reads a file if it is wanted; one that is used stays. */
  private Optional<LearntFile.Content> read(Path path, Predicate<LearntFile.Content> isWanted) {
    Optional<LearntFile.Content> content = file(path).read().filter(isWanted);
    if (content.isPresent()) {
      try {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
      } catch (IOException e) {
        // it may go before its time
      }
    }
    return content;
  }

  private LearntFile file(Path path) {
    return new LearntFile(path, model);
  }

  private Path path(List<ExampleKey> examples) {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(name.length + 2 * Long.BYTES * examples.size());
    all.put(name);
    examples.forEach(key -> all.putLong(key.high()).putLong(key.low()));
    return folder.resolve(prefix() + Checksum.sha256(all.array()).substring(0, 32));
  }

  private String prefix() {
    return pair + "-";
  }

  private List<Path> newestFirst() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix()))
          .sorted(Comparator.comparing(LearntFiles::time).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // deleted meanwhile
    }
  }
}
