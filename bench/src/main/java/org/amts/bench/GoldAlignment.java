package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.amts.align.AlignmentScore;
import org.amts.align.AlignmentScorer;
import org.amts.align.Bead;
import org.amts.align.BeadNotation;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.BookAlignment;
import org.amts.translate.DocumentStatus;
import org.amts.translate.LoadedDocument;

/**
 * Scores the aligner on the chapters that were aligned by hand: in the book and each chapter alone,
 * without and with machine translations. Run: {@code bench/run gold}.
 */
public final class GoldAlignment {

  private static final Path GOLD = Path.of("core/src/test/resources/org/amts/align/gold");
  private static final String HEAD = "# chapter: ";

  private GoldAlignment() {}

  /** Prints strict and lax precision, recall and F1. */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<Bead>> gold = gold();
    List<LoadedDocument> book = RealBook.load();
    List<LoadedDocument> chapters =
        book.stream().filter(document -> gold.containsKey(chapter(document))).toList();
    try (TranslationEngine engine = EngineProvider.named("local").open(EngineSettings.DEFAULT)) {
      Function<SegmentedDocument, List<String>> machine = document -> translate(engine, document);
      print("in the book, no engine", gold, new BookAlignment(0).status(book));
      print(
          "in the book, gold chapters translated",
          gold,
          new BookAlignment(
                  0,
                  document ->
                      gold.containsKey(chapter(document.document().name()))
                          ? machine.apply(document)
                          : List.of())
              .status(book));
      print(
          "each chapter alone, no engine",
          gold,
          chapters.stream()
              .flatMap(chapter -> new BookAlignment(0).status(List.of(chapter)).stream())
              .toList());
      print(
          "each chapter alone, translated",
          gold,
          chapters.stream()
              .flatMap(chapter -> new BookAlignment(0, machine).status(List.of(chapter)).stream())
              .toList());
    }
  }

  private static void print(
      String what, Map<String, List<Bead>> gold, List<DocumentStatus> statuses) {
    AlignmentScorer scorer = new AlignmentScorer();
    for (DocumentStatus status : statuses) {
      List<Bead> expected = gold.get(chapter(status.loaded()));
      if (expected != null && status.alignment() != null) {
        scorer.add(status.alignment().beads(), expected);
      }
    }
    System.out.println(what + ": strict " + text(scorer.strict()) + ", lax " + text(scorer.lax()));
  }

  private static String text(AlignmentScore score) {
    return String.format(
        Locale.ROOT, "P %.3f R %.3f F1 %.3f", score.precision(), score.recall(), score.f1());
  }

  private static List<String> translate(TranslationEngine engine, SegmentedDocument document) {
    return engine
        .translate(
            new LanguagePair("en", "zh"),
            document.segments().stream().map(DocumentSegment::segment).toList(),
            done -> {})
        .stream()
        .map(Translation::text)
        .toList();
  }

  private static String chapter(LoadedDocument document) {
    return chapter(document.document().name());
  }

  /** A chapter's path inside the book. */
  private static String chapter(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static Map<String, List<Bead>> gold() throws IOException {
    Map<String, List<Bead>> gold = new TreeMap<>();
    try (Stream<Path> files = Files.list(GOLD)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".beads"))::iterator) {
        String text = Files.readString(file);
        String head = text.lines().findFirst().orElse("");
        gold.put(head.substring(HEAD.length()), BeadNotation.read(text));
      }
    }
    return gold;
  }
}
