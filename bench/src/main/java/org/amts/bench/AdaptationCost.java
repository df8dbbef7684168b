package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amts.cli.EvaluationRun;
import org.amts.cli.PreparedData;
import org.amts.corpus.Granularity;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.TranslationEngine;
import org.amts.engine.local.AdaptedLocalEngine;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.Examples;
import org.amts.translate.TargetStyle;

/**
 * What adaptation costs or saves: a text is translated without and with the parallel data of a
 * book, each twice by turns. Where people have translated the text, too, BLEU tells whether it
 * suffers.
 *
 * <pre>{@code
 * AdaptationCost SETTINGS ROOT LANGUAGE TEXT_SETTINGS TEXT_ROOT [DOCUMENTS]
 * }</pre>
 *
 * <p>With a number only so many documents of the text are taken, evenly.
 */
public final class AdaptationCost {

  /** Beads of which the aligner is less sure are not compared with the reference. */
  private static final double SURE = 0.9;

  private final LanguagePair pair;
  private final TargetStyle style;
  private final List<EvaluationRun.Document> translated = new ArrayList<>();
  private final List<Segment> others = new ArrayList<>();

  private AdaptationCost(LanguagePair pair) {
    this.pair = pair;
    style = TargetStyle.usual(pair.target());
  }

  /** Prints the times. */
  public static void main(String[] arguments) throws IOException {
    String language = arguments[2];
    Book book = Book.open(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Example> examples =
        Examples.of(
            PreparedData.of(book, language, Granularity.SENTENCE, statuses(book, language))
                .kept()
                .pairs());
    AdaptationCost cost = new AdaptationCost(new LanguagePair(book.settings().source(), language));
    Book text = Book.open(Path.of(arguments[3]), Path.of(arguments[4]));
    List<DocumentStatus> documents = statuses(text, language);
    int count =
        arguments.length > 5
            ? Math.min(documents.size(), Integer.parseInt(arguments[5]))
            : documents.size();
    for (int i = 0; i < count; i++) {
      cost.add(documents.get((int) ((long) i * documents.size() / count)));
    }
    cost.print(examples);
  }

  private static List<DocumentStatus> statuses(Book book, String language) {
    return new BookAlignment(book.settings().parallelData().minimumConfidence())
        .status(new BookLoader(book.settings().source()).load(book.documents(language), language));
  }

  private void add(DocumentStatus status) {
    if (status.alignment() != null) {
      translated.add(
          new EvaluationRun.Document(
              status.loaded().source(),
              Objects.requireNonNull(status.loaded().translation()),
              status.alignment()));
    } else {
      status.loaded().source().segments().stream()
          .map(DocumentSegment::segment)
          .map(style::prepare)
          .forEach(others::add);
    }
  }

  private void print(List<Example> examples) {
    long words =
        translated.stream()
                .flatMap(document -> document.source().segments().stream())
                .mapToLong(segment -> DocumentStatus.words(segment.segment().text()))
                .sum()
            + others.stream().mapToLong(segment -> DocumentStatus.words(segment.text())).sum();
    System.out.printf("%s, %d examples, %d words%n", pair, examples.size(), words);
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT);
        AdaptedLocalEngine adapted = engine.adaptedTo(pair, LearntBefore.from(examples))) {
      run(engine); // compiles
      long start = System.nanoTime();
      adapted.prepare(done -> {});
      System.out.printf(
          Locale.ROOT,
          "%.1f s to learn, or to find what was learnt%n",
          (System.nanoTime() - start) / 1e9);
      for (String round : List.of("first time", "states there")) {
        double without = run(engine);
        double with = run(adapted);
        System.out.printf(
            Locale.ROOT,
            "%-14s without %.1f s, with %.1f s, ratio %.2f%n",
            round,
            without,
            with,
            with / without);
      }
      if (!translated.isEmpty()) {
        System.out.printf(
            Locale.ROOT, "BLEU without %.2f, with %.2f%n", bleu(engine), bleu(adapted));
      }
    }
  }

  /** Translates everything; returns seconds. */
  private double run(TranslationEngine engine) {
    long start = System.nanoTime();
    new EvaluationRun(pair, engine, style).compare(translated, done -> {});
    engine.translate(pair, others, done -> {});
    return (System.nanoTime() - start) / 1e9;
  }

  private double bleu(TranslationEngine engine) {
    List<EvaluationRun.Compared> compared =
        new EvaluationRun(pair, engine, style).compare(translated, done -> {});
    List<String> hypotheses = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int d = 0; d < compared.size(); d++) {
      var beads = translated.get(d).alignment().beads().stream().filter(b -> b.isPair()).toList();
      for (int i = 0; i < beads.size(); i++) {
        if (beads.get(i).confidence() >= SURE) {
          hypotheses.add(compared.get(d).pairs().get(i).hypothesis());
          references.add(compared.get(d).pairs().get(i).reference());
        }
      }
    }
    System.out.printf("%d segments compared; ", hypotheses.size());
    return Bleu.of(BleuTokenizer.forLanguage(pair.target())).score(hypotheses, references).value();
  }
}
