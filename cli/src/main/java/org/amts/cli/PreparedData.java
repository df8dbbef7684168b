package org.amts.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amts.cli.report.ParallelDataFigures;
import org.amts.corpus.DroppedPair;
import org.amts.corpus.FilterReport;
import org.amts.corpus.Granularity;
import org.amts.corpus.PairFilters;
import org.amts.corpus.ParallelData;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.FoundPair;
import org.amts.translate.PairFinder;

/**
 * The pairs of a book in one language, and what was kept out.
 *
 * @param documents documents that have a translation and are not held out
 * @param found pairs that the alignment gave
 * @param kept the parallel data
 * @param dropped what was kept out, with reasons
 * @param confidence how many pairs found have a confidence in each tenth of 0..1
 */
public record PreparedData(
    int documents, int found, ParallelData kept, List<DroppedPair> dropped, List<Long> confidence) {

  private static final String LOW_CONFIDENCE = "uncertain alignment";
  private static final String HELD_OUT = "like a sentence of a held-out document";
  private static final String FROM_ENGINE = "written by an engine";

  /** Aligns a book and filters its pairs. */
  static PreparedData of(
      Book book, String language, Granularity granularity, BookAlignment alignment)
      throws IOException {
    BookLoader loader = new BookLoader(book.settings().source());
    return of(
        book,
        language,
        granularity,
        alignment.status(loader.load(book.documents(language), language)));
  }

  /** Filters the pairs of an aligned book. */
  public static PreparedData of(
      Book book, String language, Granularity granularity, List<DocumentStatus> all)
      throws IOException {
    double minimum = book.settings().parallelData().minimumConfidence();
    boolean keepRepetitions = book.settings().evaluation().keepRepetitions();
    HeldOut heldOut = new HeldOut();
    List<DocumentStatus> statuses = new ArrayList<>();
    for (DocumentStatus status : all) {
      if (book.isHeldOut(status.loaded().document().name())) {
        if (!keepRepetitions) {
          heldOut.add(status.loaded());
        }
      } else if (status.loaded().translation() != null) {
        statuses.add(status);
      }
    }
    PairFinder finder = new PairFinder(granularity, Authorship.of(book)::isFromEngine);
    List<FoundPair> found =
        statuses.stream().flatMap(status -> finder.find(status).stream()).toList();
    long[] histogram = new long[10];
    List<FoundPair> certain = new ArrayList<>();
    List<DroppedPair> dropped = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      FoundPair pair = found.get(i);
      histogram[Math.min(9, (int) (pair.confidence() * 10))]++;
      if (pair.confidence() < minimum) {
        dropped.add(drop(i, pair, LOW_CONFIDENCE, "confidence %.2f".formatted(pair.confidence())));
      } else if (pair.fromEngine()) {
        dropped.add(drop(i, pair, FROM_ENGINE, ""));
      } else if (heldOut.hasSentenceLike(pair.pair())) {
        dropped.add(drop(i, pair, HELD_OUT, ""));
      } else {
        certain.add(pair);
      }
    }
    FilterReport filtered =
        PairFilters.applyUsual(
            new ParallelData(
                book.settings().source(),
                language,
                certain.stream().map(FoundPair::pair).toList()));
    dropped.addAll(filtered.dropped());
    return new PreparedData(
        statuses.size(),
        found.size(),
        filtered.kept(),
        dropped,
        Arrays.stream(histogram).boxed().toList());
  }

  private static DroppedPair drop(int index, FoundPair pair, String reason, String detail) {
    String place = pair.document() + ":" + pair.line();
    return new DroppedPair(
        index, pair.pair(), reason, detail.isEmpty() ? place : place + ", " + detail);
  }

  /** The same after some of the kept pairs turned out not to be writable. */
  PreparedData withUnwritable(List<DroppedPair> unwritable) {
    List<DroppedPair> more = new ArrayList<>(dropped);
    more.addAll(unwritable);
    return new PreparedData(documents, found, kept, more, confidence);
  }

  int keptCount() {
    return found - dropped.size();
  }

  /** How many pairs were kept out for each reason. */
  Map<String, Integer> reasons() {
    Map<String, Integer> counts = new TreeMap<>();
    dropped.forEach(pair -> counts.merge(pair.reason(), 1, Integer::sum));
    return counts;
  }

  ParallelDataFigures figures() {
    Map<String, Long> counts = new TreeMap<>();
    reasons().forEach((reason, count) -> counts.put(reason, count.longValue()));
    return new ParallelDataFigures(keptCount(), counts, confidence);
  }

  String rejectionsAsJsonLines() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    StringBuilder lines = new StringBuilder();
    for (DroppedPair pair : dropped) {
      ObjectNode node = mapper.createObjectNode();
      node.put("reason", pair.reason())
          .put("detail", pair.detail())
          .put("source", pair.pair().source())
          .put("target", pair.pair().target());
      lines.append(mapper.writeValueAsString(node)).append('\n');
    }
    return lines.toString();
  }
}
