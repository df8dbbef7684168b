package org.amts.translate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where translated documents are written.
 *
 * @param folder a folder that takes the place of the book's root; null to write into the book
 * @param amazonNames whether files are named as in the output of Amazon Translate's batch jobs,
 *     {@code zh.intro.md}
 */
public record OutputOptions(@Nullable Path folder, boolean amazonNames) {

  /** Into the book, by its own patterns. */
  public static final OutputOptions BOOK = new OutputOptions(null, false);

  /** The file for a document. */
  public Path fileFor(BookDocument document, String language) {
    Path file = document.translation();
    if (folder != null) {
      // A translation beside the book (../book-zh/a.md) must not leave the folder.
      String inside = document.translationName().replaceAll("(^|/)(\\.\\./)+", "$1");
      file = folder.resolve(inside).normalize();
    }
    return amazonNames
        ? file.resolveSibling(language + "." + document.source().getFileName())
        : file;
  }
}
