package org.amts.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.translate.Book;
import org.amts.translate.BookLoader;
import org.amts.translate.BookSettings;
import org.amts.translate.EvaluationSettings;
import org.amts.translate.FilePattern;
import org.amts.translate.LoadedDocument;
import org.amts.translate.ParallelDataSettings;
import org.amts.translate.TargetSettings;

/** The book that most benchmarks work on: <em>Dive into Deep Learning</em>, English and Chinese. */
final class RealBook {

  private RealBook() {}

  static Book open() {
    Path folder = Path.of(System.getProperty("amts.corpora", "../shared/corpora")).resolve("d2l");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder.toAbsolutePath()
              + ": no such folder; say where the books lie with -Damts.corpora");
    }
    return new Book(
        folder,
        new BookSettings(
            "en",
            List.of(new FilePattern("/en-origin/**/*.md", "/zh/**/%original_file_name%")),
            List.of(),
            Map.of("zh", TargetSettings.DEFAULT),
            ParallelDataSettings.DEFAULT,
            Map.of(),
            EvaluationSettings.NONE));
  }

  static List<LoadedDocument> load() {
    Book book = open();
    return new BookLoader("en").load(book.documents("zh"), "zh");
  }

  /** English segments, taken evenly from the whole book, all different. */
  static List<Segment> segments(int count) {
    return segments("en", count);
  }

  /** Segments of one of the two languages, taken evenly from the whole book, all different. */
  static List<Segment> segments(String language, int count) {
    List<Segment> all =
        load().stream()
            .map(document -> language.equals("en") ? document.source() : document.translation())
            .filter(Objects::nonNull)
            .flatMap(document -> document.segments().stream())
            .map(DocumentSegment::segment)
            .filter(segment -> !segment.hasNoWords())
            .distinct()
            .toList();
    return IntStream.range(0, Math.min(count, all.size()))
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }
}
