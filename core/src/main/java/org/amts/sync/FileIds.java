package org.amts.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.amts.document.AtomicFile;
import org.amts.translate.Book;

/**
 * The {@link ContentId}s of a book's files. A file whose size and time of change are what they were
 * is not read again: what is known is kept below {@code .amts/file-ids}. As in Git, a file that was
 * changed shortly before it was read is always read again, for it may be changed once more without
 * a trace. Not safe for use by several threads.
 */
final class FileIds {

  private static final String HEADER = "amts file-ids 1";

  /** File systems keep times by two seconds at the coarsest. */
  private static final Duration SHORTLY = Duration.ofSeconds(3);

  private record Known(String stamp, String id) {}

  private final Book book;
  private final Path file;
  private final Map<String, Known> before = new HashMap<>();
  private final Map<String, Known> now = new TreeMap<>();
  private final Instant start;
  private final String wanted;

  /**
   * @param language the ids of a language's files are kept by themselves
   * @param start the present time
   */
  FileIds(Book book, String language, Instant start) throws IOException {
    this.start = start;
    this.book = book;
    this.file = book.cache().resolve("file-ids").resolve(language);
    boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    // Where there is one, the time at which anything changed: no program can set it back.
    this.wanted =
        isUnix
            ? "unix:isRegularFile,size,lastModifiedTime,ctime,ino"
            : "isRegularFile,size,lastModifiedTime";
    if (Files.isRegularFile(file)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.startsWith(HEADER + "\n")) {
        text.lines().skip(1).forEach(this::read);
      }
    }
  }

  private void read(String line) {
    String[] fields = line.split(" ", 3);
    if (fields.length == 3) {
      before.put(LockFileFormat.unescaped(fields[2]), new Known(fields[1], fields[0]));
    }
  }

  /** The id of a file's content; empty if there is no such file. */
  String of(Path path) throws IOException {
    Map<String, Object> attributes;
    try {
      attributes = Files.readAttributes(path, wanted);
    } catch (NoSuchFileException e) {
      return "";
    }
    if (!Boolean.TRUE.equals(attributes.get("isRegularFile"))) {
      return "";
    }
    String name = book.root().relativize(path).toString();
    String stamp =
        attributes.get("size") + ":" + lastChange(attributes) + ":" + attributes.get("ino");
    Known known = before.get(name);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new Known(stamp, ContentId.of(Files.readAllBytes(path)));
    }
    if (lastChange(attributes).isBefore(start.minus(SHORTLY))) {
      now.put(name, known);
    }
    return known.id();
  }

  private static Instant lastChange(Map<String, Object> attributes) {
    return attributes.values().stream()
        .filter(FileTime.class::isInstance)
        .map(time -> ((FileTime) time).toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Keeps what was found out, of these files and no others, for the next run. */
  void keep() {
    if (now.equals(before)) {
      return;
    }
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    now.forEach(
        (name, known) ->
            text.append(known.id())
                .append(' ')
                .append(known.stamp())
                .append(' ')
                .append(LockFileFormat.escaped(name))
                .append('\n'));
    book.makeCache();
    try {
      AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A folder that cannot be written to makes the next run slower and nothing else.
    }
  }
}
