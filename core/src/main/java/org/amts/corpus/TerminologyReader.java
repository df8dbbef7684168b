package org.amts.corpus;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads custom terminology as Amazon Translate does: CSV and TSV with a header of language codes,
 * one term a line, or TMX 1.4b.
 *
 * <p>Amazon's limits hold: 10 MiB a file, ten target languages, 200 bytes of UTF-8 a term. (The
 * limit of 256 terms that one page of its documentation names contradicts these and is not
 * enforced.) A term that is empty or too long is skipped, and what was skipped or broke the rules
 * is counted and listed, so bad content makes no exceptions.
 */
public final class TerminologyReader {

  private TerminologyReader() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if its name does not end with .csv, .tsv or .tmx
   * @throws IOException if it cannot be opened or read
   */
  public static TermTable read(Path file) throws IOException {
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
  public static TermTable read(String fileName, InputStream content) throws IOException {
    ParallelDataFormat format = ParallelDataFormat.require(fileName);
    ImportedTerms terms = new ImportedTerms(fileName);
    Limited limited = new Limited(content);
    InputStream buffered = new BufferedInputStream(limited, 1 << 16);
    switch (format) {
      case CSV -> new DelimitedReader(',', terms).read(buffered);
      case TSV -> new DelimitedReader('\t', terms).read(buffered);
      case TMX -> new TmxReader(terms).read(buffered);
    }
    if (limited.isExceeded()) {
      terms.unreadable(
          0,
          "larger than "
              + AmazonRules.MOST_BYTES_OF_TERMINOLOGY
              + " bytes, the most for a terminology; split it");
    }
    return terms.result();
  }

  /** Ends where a terminology must end. */
  private static final class Limited extends FilterInputStream {

    private long left = AmazonRules.MOST_BYTES_OF_TERMINOLOGY;
    private boolean exceeded;

    Limited(InputStream in) {
      super(in);
    }

    boolean isExceeded() {
      return exceeded;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        exceeded = exceeded || super.read() >= 0;
        return -1;
      }
      int count = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
