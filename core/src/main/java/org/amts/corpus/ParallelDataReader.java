package org.amts.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads parallel data as Amazon Translate does, from CSV, TSV or TMX 1.4b.
 *
 * <p>A record with an empty or too long source (more than 1000 bytes of UTF-8) is skipped, an empty
 * or too long target is skipped on its own, and of records with the same source the one nearest the
 * end counts, or in TMX the one with the newest {@code changedate}. What was skipped and what broke
 * the rules is counted and listed, so bad content makes no exceptions.
 *
 * <p>The file is read as a stream: memory holds the pairs and no more.
 */
public final class ParallelDataReader {

  private ParallelDataReader() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if its name does not end with .csv, .tsv or .tmx
   * @throws IOException if it cannot be opened or read
   */
  public static ParallelDataImport read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return read(file.toString(), content);
    }
  }

  /**
   * Reads a stream to its end, without closing it.
   *
   * @param fileName says the format, and where the problems are
   * @throws IllegalArgumentException if its name does not end with .csv, .tsv or .tmx
   * @throws IOException if the stream cannot be read
   */
  public static ParallelDataImport read(String fileName, InputStream content) throws IOException {
    ParallelDataFormat format = ParallelDataFormat.require(fileName);
    ImportedPairs pairs = new ImportedPairs(fileName);
    InputStream buffered = new BufferedInputStream(content, 1 << 16);
    switch (format) {
      case CSV -> new DelimitedReader(',', pairs).read(buffered);
      case TSV -> new DelimitedReader('\t', pairs).read(buffered);
      case TMX -> new TmxReader(pairs).read(buffered);
    }
    return pairs.result();
  }
}
