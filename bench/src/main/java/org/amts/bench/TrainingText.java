package org.amts.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;

/**
 * Writes the corpora as the engine will see text: cut into placeholders by AMTS itself, with its
 * marks. The recipe in {@code training/} takes the result in place of the corpora.
 *
 * <pre>{@code
 * TrainingText FOLDER [PAIRS]
 * }</pre>
 */
public final class TrainingText {

  private static final List<LanguagePair> CORPORA =
      List.of(new LanguagePair("en", "zh"), new LanguagePair("en", "es"));

  private TrainingText() {}

  /** Writes a TSV file for each corpus, with all pairs or the first so many. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int limit = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
    for (LanguagePair pair : CORPORA) {
      Path file = folder.resolve(pair + ".tsv");
      long pairs = 0;
      long protectedPairs = 0;
      try (TrainingPairs corpus = TrainingPairs.open(pair, limit);
          PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
        for (Example example : corpus.examples()) {
          out.print(example.source().text() + "\t" + example.target() + "\n");
          pairs++;
          protectedPairs += example.source().placeholders().isEmpty() ? 0 : 1;
        }
        if (out.checkError()) {
          throw new IOException(file + ": cannot be written");
        }
      }
      System.out.printf("%s: %d pairs, %d with placeholders%n", file, pairs, protectedPairs);
    }
  }
}
