package org.amts.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amts.document.AtomicFile;

/** The steps by which synchronisation changes the disk; each is done as a whole or not at all. */
interface FileSteps {

  /** The real disk. */
  FileSteps DISK =
      new FileSteps() {
        @Override
        public void write(Path file, byte[] content) throws IOException {
          AtomicFile.write(file, content);
        }

        @Override
        public void delete(Path file) throws IOException {
          Files.deleteIfExists(file);
        }
      };

  /** Replaces a file; folders are made if they are missing. */
  void write(Path file, byte[] content) throws IOException;

  /** Deletes a file if it exists. */
  void delete(Path file) throws IOException;
}
