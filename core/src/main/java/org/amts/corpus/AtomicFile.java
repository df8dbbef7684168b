package org.amts.corpus;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A text file that appears under its name only when it is complete: it is written beside its place
 * and moved there by {@link #commit()}. Closed without that, it leaves nothing behind.
 */
final class AtomicFile implements Closeable {

  private final Path file;
  private final Path temporary;
  private final Writer writer;

  AtomicFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    Path folder = this.file.getParent();
    Files.createDirectories(folder);
    // Not Files.createTempFile, whose files nobody else may read.
    this.temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW),
                StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  void write(String text) throws IOException {
    writer.write(text);
  }

  void commit() throws IOException {
    writer.close();
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
