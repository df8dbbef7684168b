package org.amts.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amts.translate.BookDocument;
import org.jspecify.annotations.Nullable;

/** A document of the book as its files are now. They are read if they are needed. */
final class Present {

  private final BookDocument document;
  private final @Nullable LockedDocument locked;
  private final boolean isInStep;
  private byte @Nullable [] source;
  private byte @Nullable [] target;

  /**
   * @param locked its section of the lock file; null if there is none
   */
  Present(BookDocument document, @Nullable LockedDocument locked, FileIds ids) throws IOException {
    this.document = document;
    this.locked = locked;
    this.isInStep =
        locked != null
            && locked.sourceId().equals(ids.of(document.source()))
            && locked.targetId().equals(ids.of(document.translation()))
            && !locked.isIncomplete();
  }

  BookDocument document() {
    return document;
  }

  @Nullable LockedDocument locked() {
    return locked;
  }

  /** Whether neither file has changed since the last synchronisation, and nothing is missing. */
  boolean isInStep() {
    return isInStep;
  }

  /** The bytes of the source file. */
  byte[] source() {
    if (source == null) {
      source = read(document.source());
    }
    return source;
  }

  /** The bytes of the translated file; null if there is none. */
  byte @Nullable [] target() {
    if (target == null && Files.isRegularFile(document.translation())) {
      target = read(document.translation());
    }
    return target;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
