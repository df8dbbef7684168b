package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelPair;
import org.amts.engine.Adaptation;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.sync.RemovedPairs;
import org.amts.translate.Book;
import org.amts.translate.BookAdaptation;
import org.amts.translate.Examples;

/** The examples that an engine adapts to in a book: its parallel data, and what was taken out. */
final class BookExamples {

  private BookExamples() {}

  /**
   * What the settings ask for, with the examples.
   *
   * @throws IOException if a file of parallel data is there but cannot be read
   */
  static Adaptation adaptation(Book book, LanguagePair pair) throws IOException {
    return BookAdaptation.of(book, pair)
        .adaptation()
        .withExamples(examples(book, pair))
        .withCache(book.makeCache().resolve("adaptation").resolve(pair.toString()))
        .withLearnt(learnt(book, false));
  }

  /**
   * The examples alone.
   *
   * @throws IOException if a file of parallel data is there but cannot be read
   */
  static List<Example> examples(Book book, LanguagePair pair) throws IOException {
    Path file =
        book.root()
            .resolve(book.settings().parallelData().folder())
            .resolve(pair + "." + book.settings().parallelData().format());
    List<ParallelPair> pairs = new ArrayList<>(new RemovedPairs(book, pair.target()).read());
    if (Files.exists(file)) {
      pairs.addAll(
          ParallelDataReader.read(file)
              .forTarget(pair.target())
              .map(ParallelData::pairs)
              .orElse(List.of()));
    }
    return Examples.of(pairs);
  }

  /** Where the engine keeps what it has learnt in a book. */
  static Adaptation.Learnt learnt(Book book, boolean exact) {
    return new Adaptation.Learnt(book.makeCache().resolve("learnt"), exact);
  }
}
