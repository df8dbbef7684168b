package org.amts.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.amts.document.AtomicFile;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;

/**
 * Copies of the sources that translations were made from, in {@code .amts/sources}. In a book that
 * lies in Git they are a cache, as Git has them; elsewhere they are the only place that an older
 * sentence can be read from.
 */
public final class KeptSources implements SourceArchive {

  private final Path folder;

  /** The copies of a book. */
  public KeptSources(Book book) {
    this.folder = book.cache().resolve("sources");
  }

  @Override
  public Optional<byte[]> find(BookDocument document, String contentId) {
    Path file = file(contentId);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] content = Files.readAllBytes(file);
      // A damaged copy is no copy.
      return ContentId.of(content).equals(contentId) ? Optional.of(content) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Keeps a copy. */
  void keep(byte[] content) throws IOException {
    Path file = file(ContentId.of(content));
    if (!Files.exists(file)) {
      AtomicFile.write(file, content);
    }
  }

  private Path file(String contentId) {
    return folder.resolve(contentId.substring(0, 2)).resolve(contentId.substring(2));
  }
}
