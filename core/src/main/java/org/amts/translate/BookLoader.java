package org.amts.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;

/** Reads and segments the documents of a book, several at once. Safe for use by many threads. */
public final class BookLoader {

  private final String sourceLanguage;
  private final Segmenter segmenter = new Segmenter();

  /**
   * @param sourceLanguage language of the source files, BCP 47
   */
  public BookLoader(String sourceLanguage) {
    this.sourceLanguage = sourceLanguage;
  }

  /**
   * Reads documents and, where they exist, their translations.
   *
   * @param documents what to read
   * @param language language of the translations
   * @return one for each, in the same order
   * @throws UncheckedIOException if a file cannot be read at all; a file that is not text is loaded
   *     without segments
   */
  public List<LoadedDocument> load(List<BookDocument> documents, String language) {
    return documents.parallelStream().map(document -> load(document, language)).toList();
  }

  /** Reads one document and, if it exists, its translation. */
  public LoadedDocument load(BookDocument document, String language) {
    return new LoadedDocument(
        document,
        read(document.name(), document.source(), sourceLanguage),
        Files.isRegularFile(document.translation())
            ? read(document.translationName(), document.translation(), language)
            : null);
  }

  private SegmentedDocument read(String name, Path file, String language) {
    try {
      return segmenter.segment(DocumentFormats.parse(name, Files.readAllBytes(file)), language);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
