package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amts.cli.EvaluationRun;
import org.amts.engine.Adaptation;
import org.amts.engine.EngineSettings;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.engine.local.AdaptationMethods;
import org.amts.engine.local.AdaptedLocalEngine;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.TargetStyle;

/**
 * What the settings do: sentences of a file in each form of address, for people to judge, and what
 * brevity saves on the held-out documents of a book.
 *
 * <pre>{@code
 * bench/run address SENTENCES
 * bench/run brevity SETTINGS ROOT LANGUAGE
 * }</pre>
 */
public final class SettingsBenchmark {

  private SettingsBenchmark() {}

  /** Prints sentences or figures. */
  public static void main(String[] arguments) throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      if (arguments[0].equals("address")) {
        address(engine, Files.readAllLines(Path.of(arguments[1])));
      } else {
        brevity(engine, Book.open(Path.of(arguments[1]), Path.of(arguments[2])), arguments[3]);
      }
    }
  }

  private static void address(LocalEngine engine, List<String> sentences) {
    LanguagePair pair = new LanguagePair("en", "es");
    List<Segment> segments = sentences.stream().map(SegmentParser::parse).toList();
    List<List<Translation>> answers = new ArrayList<>();
    for (Formality formality : Formality.values()) {
      try (AdaptedLocalEngine adapted =
          engine.adaptedTo(pair, Adaptation.NONE.withFormality(formality))) {
        answers.add(adapted.translate(pair, segments, done -> {}));
      }
    }
    for (int i = 0; i < sentences.size(); i++) {
      System.out.println(sentences.get(i));
      for (Formality formality : Formality.values()) {
        System.out.printf(
            "  %-12s %s%n", formality, answers.get(formality.ordinal()).get(i).text());
      }
    }
  }

  private static void brevity(LocalEngine engine, Book book, String language) {
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    List<DocumentStatus> documents =
        new BookAlignment(book.settings().parallelData().minimumConfidence())
                .status(
                    new BookLoader(pair.source())
                        .load(
                            book.documents(language).stream()
                                .filter(document -> book.isHeldOut(document.name()))
                                .toList(),
                            language))
                .stream()
                .filter(status -> status.alignment() != null)
                .toList();
    print("as it is", pair, engine, documents);
    try (AdaptedLocalEngine brief =
        engine.adaptedTo(pair, Adaptation.NONE.withBrevity(true)).by(AdaptationMethods.NONE)) {
      print("brief", pair, brief, documents);
    }
  }

  private static void print(
      String name, LanguagePair pair, TranslationEngine engine, List<DocumentStatus> documents) {
    EvaluationRun run = new EvaluationRun(pair, engine, TargetStyle.usual(pair.target()));
    List<EvaluationRun.Document> evaluated = new ArrayList<>();
    for (DocumentStatus status : documents) {
      evaluated.add(
          new EvaluationRun.Document(
              status.loaded().source(),
              Objects.requireNonNull(status.loaded().translation()),
              Objects.requireNonNull(status.alignment())));
    }
    List<String> hypotheses = new ArrayList<>();
    List<String> references = new ArrayList<>();
    long start = System.nanoTime();
    for (EvaluationRun.Compared compared : run.compare(evaluated, done -> {})) {
      hypotheses.addAll(compared.hypotheses());
      references.addAll(compared.references());
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s %d characters, BLEU %.2f, %.1f s%n",
        name,
        hypotheses.stream().mapToInt(String::length).sum(),
        Bleu.of(BleuTokenizer.forLanguage(pair.target())).score(hypotheses, references).value(),
        (System.nanoTime() - start) / 1e9);
  }
}
