package org.amts.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amts.document.AtomicFile;

/**
 * Writes parallel data that Amazon Translate takes, as CSV, TSV or TMX 1.4b by the ending of the
 * file's name. Pairs that it would not take are left out and returned with the reason: an empty
 * text, one of more than 1000 bytes, and in CSV and TSV one that begins with {@code + - = @} or has
 * a line break. No change of such a text would be without loss, so none is made; TMX holds them.
 *
 * <p>The file appears under its name when it is complete, and not before. Pairs are written as they
 * come, so they need not fit in memory:
 *
 * <pre>{@code
 * try (ParallelDataWriter writer = ParallelDataWriter.open(file, "en", "zh")) {
 *   for (ParallelPair pair : pairs) {
 *     writer.write(pair);
 *   }
 *   writer.commit();
 * }
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class ParallelDataWriter implements Closeable {

  /** Reason of a pair that is left out because Amazon Translate would not take it. */
  public static final String REASON = "not importable";

  private final AtomicFile file;
  private final PairEncoding encoding;
  private final List<DroppedPair> dropped = new ArrayList<>();
  private int index;

  private ParallelDataWriter(AtomicFile file, PairEncoding encoding) {
    this.file = file;
    this.encoding = encoding;
  }

  /**
   * Writes a whole set of pairs.
   *
   * @return the pairs that were left out
   * @throws IllegalArgumentException if the file's name does not end with .csv, .tsv or .tmx
   * @throws IOException if the file cannot be written; the old one is then as it was
   */
  public static List<DroppedPair> write(Path file, ParallelData data) throws IOException {
    try (ParallelDataWriter writer = open(file, data.sourceLanguage(), data.targetLanguage())) {
      for (ParallelPair pair : data.pairs()) {
        writer.write(pair);
      }
      return writer.commit();
    }
  }

  /**
   * Begins a file, and the folders to it if need be.
   *
   * @throws IllegalArgumentException if the file's name does not end with .csv, .tsv or .tmx, or a
   *     language code is none
   * @throws IOException if the file cannot be written
   */
  public static ParallelDataWriter open(Path file, String sourceLanguage, String targetLanguage)
      throws IOException {
    LanguageCode.require(sourceLanguage);
    LanguageCode.require(targetLanguage);
    PairEncoding encoding =
        switch (ParallelDataFormat.require(file.toString())) {
          case CSV -> new DelimitedEncoding(',', sourceLanguage, targetLanguage);
          case TSV -> new DelimitedEncoding('\t', sourceLanguage, targetLanguage);
          case TMX -> new TmxEncoding(sourceLanguage, targetLanguage);
        };
    ParallelDataWriter writer = new ParallelDataWriter(new AtomicFile(file), encoding);
    writer.append(encoding.header());
    return writer;
  }

  /** Adds a pair, or records why not. */
  public void write(ParallelPair pair) throws IOException {
    Optional<String> objection =
        objection("source", pair.source()).or(() -> objection("target", pair.target()));
    if (objection.isPresent()) {
      dropped.add(new DroppedPair(index, pair, REASON, objection.get()));
    } else {
      append(encoding.record(pair));
    }
    index++;
  }

  /**
   * Completes the file and puts it in its place, over an older one.
   *
   * @return the pairs that were left out
   */
  public List<DroppedPair> commit() throws IOException {
    append(encoding.footer());
    file.commit();
    return List.copyOf(dropped);
  }

  /** Throws away what was not committed. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  private void append(String text) throws IOException {
    file.out()
        .write(text.getBytes(StandardCharsets.UTF_8)); // texts with half a character never get here
  }

  private Optional<String> objection(String side, String text) {
    return AmazonRules.whySkipped(text)
        .or(() -> hasLoneSurrogate(text) ? Optional.of("has half a character") : Optional.empty())
        .or(() -> encoding.whyNot(text))
        .map(why -> "the " + side + " " + why);
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(character -> character >= 0xD800 && character <= 0xDFFF);
  }
}
