package org.amts.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelDataWriter;
import org.amts.corpus.ParallelPair;
import org.amts.translate.Book;

/**
 * Translations that were taken out of the book because their sources are gone: parallel data beside
 * the book's own, so that the work that is in them can be used again.
 */
public final class RemovedPairs {

  private final Book book;
  private final String language;

  /** The removed pairs of one language. */
  public RemovedPairs(Book book, String language) {
    this.book = book;
    this.language = language;
  }

  /** The file's name, from the book's root: {@code parallel-data/en-zh-removed.tmx}. */
  public String fileName() {
    return book.settings().parallelData().folder()
        + "/"
        + book.settings().source()
        + "-"
        + language
        + "-removed.tmx";
  }

  /** The pairs; none if there is no file. */
  public List<ParallelPair> read() throws IOException {
    Path file = book.root().resolve(fileName());
    if (!Files.exists(file)) {
      return List.of();
    }
    return ParallelDataReader.read(file)
        .forTarget(language)
        .map(ParallelData::pairs)
        .orElse(List.of());
  }

  /** The content of the file with more pairs in it; each pair is in it once. */
  byte[] with(List<Removal> removals) throws IOException {
    Set<ParallelPair> pairs = new LinkedHashSet<>(read());
    for (Removal removal : removals) {
      if (!removal.source().isBlank() && !removal.translation().isBlank()) {
        pairs.add(new ParallelPair(removal.source(), removal.translation()));
      }
    }
    Path file = Files.createTempFile("removed", ".tmx");
    try {
      ParallelDataWriter.write(
          file, new ParallelData(book.settings().source(), language, new ArrayList<>(pairs)));
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
