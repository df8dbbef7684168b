package org.amts.translate;

import java.util.Objects;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document of the book, read and segmented.
 *
 * @param document which
 * @param source the source file
 * @param translation the translated file; null if there is none
 */
public record LoadedDocument(
    BookDocument document, SegmentedDocument source, @Nullable SegmentedDocument translation) {

  /** Checks that nothing is missing. */
  public LoadedDocument {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(source, "source");
  }

  /** Whether the source could be read as text. */
  public boolean isReadable() {
    return source.document().source().isText();
  }
}
