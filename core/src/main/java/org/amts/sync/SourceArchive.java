package org.amts.sync;

import java.util.Optional;
import org.amts.translate.BookDocument;

/**
 * Where older versions of source files can be fetched from by their {@link ContentId}: the copies
 * that AMTS keeps in {@code .amts}, the objects of a Git repository. Implementations are safe for
 * use by many threads.
 */
@FunctionalInterface
public interface SourceArchive {

  /** Holds nothing. */
  SourceArchive EMPTY = (document, contentId) -> Optional.empty();

  /**
   * Fetches a version.
   *
   * @param document the document that the version belongs to; its files need not exist any more
   * @param contentId which version
   * @return the file's bytes; empty if this archive does not have them
   */
  Optional<byte[]> find(BookDocument document, String contentId);

  /** This archive, and where it has nothing, another one. */
  default SourceArchive or(SourceArchive other) {
    return (document, contentId) ->
        find(document, contentId).or(() -> other.find(document, contentId));
  }
}
