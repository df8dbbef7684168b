package org.amts.sync;

import java.util.Optional;
import org.amts.translate.LoadedDocument;

/**
 * Tells from which version of its source a translation was made that the lock file does not know
 * yet. Several kinds of evidence are asked in turn, the best first; without any, the present source
 * counts. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface SourceEvidence {

  /**
   * A version of a source.
   *
   * @param content the file's bytes
   * @param evidence how it was found, for people: {@code intro_origin.md}, {@code commit 1f2e3d4}
   */
  record SourceVersion(byte[] content, String evidence) {}

  /**
   * Finds the version.
   *
   * @param document a document that has a translation
   * @return empty if there is no such evidence for this document
   */
  Optional<SourceVersion> find(LoadedDocument document);

  /** This evidence, and where it finds nothing, another one. */
  default SourceEvidence or(SourceEvidence other) {
    return document -> find(document).or(() -> other.find(document));
  }
}
