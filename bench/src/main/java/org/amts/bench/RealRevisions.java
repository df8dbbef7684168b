package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataReader;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.OwnSpans;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.engine.local.LocalEngine;
import org.amts.engine.local.memory.MemoryMatch;
import org.amts.engine.local.memory.TranslationMemory;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.translate.Book;
import org.amts.translate.BookLoader;
import org.amts.translate.BookSettings;
import org.amts.translate.EvaluationSettings;
import org.amts.translate.Examples;
import org.amts.translate.FilePattern;
import org.amts.translate.ParallelDataSettings;
import org.amts.translate.TargetSettings;

/**
 * Sentences of a later version of <em>Dive into Deep Learning</em> that were edited a little, and
 * what becomes of their translations, by the network that has learnt from the book: for reading.
 *
 * <pre>{@code
 * RealRevisions PARALLEL_DATA D2L_FOLDER COUNT
 * }</pre>
 *
 * <p>The parallel data is what {@code amts prepare} writes, without the documents held out.
 */
public final class RealRevisions {

  private static final long SEED = 7;
  private static final double LEAST_SCORE = 0.6;

  private RealRevisions() {}

  /** Prints old source, new source, old and new translation. */
  public static void main(String[] arguments) throws IOException {
    LanguagePair pair = new LanguagePair("en", "zh");
    ParallelData data =
        ParallelDataReader.read(Path.of(arguments[0])).forTarget("zh").orElseThrow();
    List<Example> examples = Examples.of(data.pairs());
    List<Segment> edited = newSegments(Path.of(arguments[1]), examples);
    List<OwnSpans> revisions = new ArrayList<>();
    List<String> translations = new ArrayList<>();
    try (TranslationMemory memory = TranslationMemory.open(null, pair)) {
      memory.hold(examples);
      for (Segment segment : edited) {
        List<MemoryMatch> found = memory.search(segment, 1, LEAST_SCORE);
        if (!found.isEmpty()
            && found.get(0).score() < 1
            && revisions.size() < Integer.parseInt(arguments[2])) {
          Example before = found.get(0).example();
          Segment translation = SegmentParser.parse(before.source().expand(before.target()));
          revisions.add(OwnSpans.of(before.source(), translation, segment));
          translations.add(translation.expanded());
        }
      }
    }
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT);
        AdaptedEngine adapted = engine.adaptedTo(pair, LearntBefore.from(examples))) {
      adapted.prepare(share -> {});
      List<Translation> answers =
          adapted.revise(revisions.stream().map(OwnSpans::revision).toList(), done -> {});
      for (int i = 0; i < revisions.size(); i++) {
        Revision revision = revisions.get(i).revision();
        System.out.printf(
            Locale.ROOT,
            "%n%d %s%n  %s%n  %s%n  %s%n  %s%n",
            i + 1,
            answers.get(i).outcome(),
            revision.before().source().expanded(),
            revision.after().expanded(),
            translations.get(i),
            revisions.get(i).expand(answers.get(i).text()));
      }
    }
  }

  /** Sentences of the later version that are not in the earlier one, in random order. */
  private static List<Segment> newSegments(Path folder, List<Example> examples) {
    Set<String> known = new HashSet<>();
    examples.forEach(example -> known.add(example.source().expanded()));
    Book book =
        new Book(
            folder,
            new BookSettings(
                "en",
                List.of(new FilePattern("/en-classic/**/*.md", "/zh/**/%original_file_name%")),
                List.of(),
                Map.of("zh", TargetSettings.DEFAULT),
                ParallelDataSettings.DEFAULT,
                Map.of(),
                EvaluationSettings.NONE));
    List<Segment> segments =
        new ArrayList<>(
            new BookLoader("en")
                .load(book.documents("zh"), "zh").stream()
                    .flatMap(document -> document.source().segments().stream())
                    .map(DocumentSegment::segment)
                    .filter(segment -> !segment.hasNoWords())
                    .filter(segment -> !known.contains(segment.expanded()))
                    .distinct()
                    .toList());
    Collections.shuffle(segments, new Random(SEED));
    return segments;
  }
}
