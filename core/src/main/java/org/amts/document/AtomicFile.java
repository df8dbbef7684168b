package org.amts.document;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces a file as a whole: whoever reads it sees the old bytes or the new ones, also after a
 * crash. The new bytes are collected beside the file; without {@link #commit()} the old file stays
 * as it was.
 *
 * <pre>{@code
 * try (AtomicFile file = new AtomicFile(path)) {
 *   file.out().write(bytes);
 *   file.commit();
 * }
 * }</pre>
 */
public final class AtomicFile implements Closeable {

  private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.[0-9a-f-]{36}\\.tmp");

  private final Path file;
  private final Path temporary;
  private final OutputStream out;

  /**
   * Begins to write; folders are made if they are missing.
   *
   * @param file the file to replace; it need not exist
   */
  public AtomicFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    Path folder = this.file.getParent();
    Files.createDirectories(folder);
    // Not Files.createTempFile, whose files nobody else may read.
    this.temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    this.out =
        new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW));
  }

  /** Replaces a file. */
  public static void write(Path file, byte[] bytes) throws IOException {
    try (AtomicFile atomic = new AtomicFile(file)) {
      atomic.out().write(bytes);
      atomic.commit();
    }
  }

  /**
   * The name of the file that a path was to replace; empty if it is not what a process that was
   * killed has left.
   */
  public static String replaces(Path leftover) {
    Matcher name = TEMPORARY.matcher(leftover.getFileName().toString());
    return name.matches() ? name.group(1) : "";
  }

  /** Where the new bytes go; buffered. */
  public OutputStream out() {
    return out;
  }

  /** Puts the new bytes in the place of the old ones. Nothing can be written afterwards. */
  public void commit() throws IOException {
    out.close();
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws away what was not committed. */
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
