package org.amts.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.amts.document.AtomicFile;

/** Writes translated documents. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface DocumentSink {

  /** Writes the files and nothing else: for translations outside of the book. */
  DocumentSink FILES =
      (language, documents) -> {
        for (WrittenDocument document : documents) {
          AtomicFile.write(document.file(), document.bytes());
        }
        return List.of();
      };

  /**
   * Writes documents that were translated together.
   *
   * @param language target language
   * @return files that somebody else has changed meanwhile, which are left as they are
   */
  List<Path> write(String language, List<WrittenDocument> documents) throws IOException;
}
