package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amts.corpus.PairFilters;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelDataWriter;
import org.amts.corpus.ParallelPair;
import org.amts.sync.LockEntry;
import org.amts.sync.Origin;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookLoader;

/** Puts approved segments into the parallel data, so that engines adapt to them from now on. */
final class ApprovedPairs {

  private final Book book;
  private final String language;
  private final Set<String> heldOut = new HashSet<>();
  private final List<ParallelPair> pairs = new ArrayList<>();

  ApprovedPairs(Book book, String language) {
    this.book = book;
    this.language = language;
    BookLoader loader = new BookLoader(book.settings().source());
    for (BookDocument document : book.documents(language)) {
      if (book.isHeldOut(document.name()) && !book.settings().evaluation().keepRepetitions()) {
        loader
            .load(document, language)
            .source()
            .segments()
            .forEach(segment -> heldOut.add(segment.segment().expanded()));
      }
    }
  }

  /** Takes the pair of an entry, unless it is held out or has nothing to learn from. */
  void add(LockEntry entry, BookDocument document, LockedTexts texts) {
    if (entry.origin() == Origin.COPIED || book.isHeldOut(document.name())) {
      return;
    }
    texts
        .of(entry)
        .filter(pair -> !heldOut.contains(pair.source()))
        .ifPresent(pair -> pairs.add(new ParallelPair(pair.source(), pair.target())));
  }

  /**
   * Writes the pairs that are new behind those of the file. Where the data has another translation
   * of a sentence, the new one counts: readers of parallel data take the last.
   *
   * @return how many pairs were added
   */
  int write() throws IOException {
    String source = book.settings().source();
    Path file =
        book.root()
            .resolve(book.settings().parallelData().folder())
            .resolve(source + "-" + language + "." + book.settings().parallelData().format());
    List<ParallelPair> all = new ArrayList<>();
    if (Files.exists(file)) {
      all.addAll(
          ParallelDataReader.read(file)
              .forTarget(language)
              .map(ParallelData::pairs)
              .orElse(List.of()));
    }
    Set<ParallelPair> known = new HashSet<>(all);
    List<ParallelPair> added =
        PairFilters.applyUsual(
                new ParallelData(
                    source,
                    language,
                    pairs.stream().filter(pair -> !known.contains(pair)).toList()))
            .kept()
            .pairs();
    if (added.isEmpty()) {
      return 0;
    }
    Set<String> replaced = new HashSet<>();
    added.forEach(pair -> replaced.add(pair.source()));
    all.removeIf(pair -> replaced.contains(pair.source()));
    all.addAll(added);
    int left = ParallelDataWriter.write(file, new ParallelData(source, language, all)).size();
    return added.size() - left;
  }
}
