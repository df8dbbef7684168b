package org.amts.engine.amazon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.amts.corpus.DroppedPair;
import org.amts.corpus.ParallelDataWriter;
import org.amts.corpus.ParallelPair;
import org.amts.engine.LanguagePair;

/**
 * A CSV file that the service imports, in memory.
 *
 * @param bytes the content
 * @param leftOut pairs that it would not take
 */
record PairFile(byte[] bytes, List<DroppedPair> leftOut) {

  /** Writes pairs by the service's rules. */
  static PairFile of(LanguagePair languages, Collection<ParallelPair> pairs) {
    try {
      Path folder = Files.createTempDirectory("amts-amazon");
      Path file = folder.resolve("pairs.csv");
      try (ParallelDataWriter writer =
          ParallelDataWriter.open(file, languages.source(), languages.target())) {
        for (ParallelPair pair : pairs) {
          writer.write(pair);
        }
        List<DroppedPair> leftOut = writer.commit();
        return new PairFile(Files.readAllBytes(file), leftOut);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Short for the content, for names and descriptions. */
  String fingerprint() {
    return new Fingerprint()
        .add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .digits(32);
  }
}
