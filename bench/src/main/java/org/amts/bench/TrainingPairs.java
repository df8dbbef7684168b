package org.amts.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;

/** The corpora that the default model learnt from, as a large memory. Read with {@code zstd}. */
final class TrainingPairs implements AutoCloseable {

  private final Process zstd;
  private final BufferedReader lines;
  private final boolean reversed;
  private final int limit;

  private TrainingPairs(Process zstd, boolean reversed, int limit) {
    this.zstd = zstd;
    this.reversed = reversed;
    this.limit = limit;
    lines =
        new BufferedReader(new InputStreamReader(zstd.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Opens the corpus of a language pair, from or into English. */
  static TrainingPairs open(LanguagePair pair, int limit) throws IOException {
    boolean reversed = !pair.source().equals("en");
    Path file =
        Path.of(System.getProperty("amts.corpora", "../shared/corpora"))
            .resolve("train/" + (reversed ? pair.reversed() : pair) + ".tsv.zst");
    if (!Files.exists(file)) {
      throw new IllegalStateException(file.toAbsolutePath() + ": no such file");
    }
    Process zstd =
        new ProcessBuilder("zstd", "-dc", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new TrainingPairs(zstd, reversed, limit);
  }

  /** The pairs as they stand in the file; can be called once. */
  Iterable<Example> examples() {
    Stream<Example> examples = lines.lines().limit(limit).map(this::example);
    return examples::iterator;
  }

  private Example example(String line) {
    int tab = line.indexOf('\t');
    String first = line.substring(0, tab);
    String second = line.substring(tab + 1);
    return reversed ? Example.of(second, first) : Example.of(first, second);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    zstd.destroy();
  }
}
