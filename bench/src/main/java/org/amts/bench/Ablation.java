package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amts.align.Alignment;
import org.amts.cli.EvaluationRun;
import org.amts.cli.EvaluationRun.Compared;
import org.amts.cli.PreparedData;
import org.amts.corpus.Granularity;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.AdaptationMethods;
import org.amts.engine.local.AdaptationMethods.Mixture;
import org.amts.engine.local.AdaptedLocalEngine;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.segment.SegmentedDocument;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.Examples;
import org.amts.translate.TargetStyle;

/**
 * What each method of adaptation is good for: BLEU and seconds on the held-out documents of a book,
 * with each of them added and left out. Two times are printed, of a first and of a second round:
 * the second finds the states of all examples computed.
 *
 * <pre>{@code
 * Ablation SETTINGS ROOT LANGUAGE [--paragraph] [--pairs N] [--from LANGUAGE] [VARIANT ...]
 * }</pre>
 *
 * <p>Both directions, unless {@code --from} names the language to translate from.
 *
 * <p>A variant is {@code none} or a list as of {@link AdaptationMethods#parse}, to which the parts
 * of the {@link Mixture} and the number of examples may be added: {@code
 * equal,neighbours,drafts,examples=48,nearest=8,temperature=100,contrast=34,trust=0.9,doubt=0.5,doubt-of-learnt=2}.
 * Without any, those of the table in docs/results.md.
 */
public final class Ablation {

  private static final List<String> TABLE =
      List.of("none", "neighbours", "learning", "equal,learning,neighbours,drafts");

  private Ablation() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    boolean paragraphs = rest.remove("--paragraph");
    int most = option("--pairs", rest).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    Optional<String> from = option("--from", rest);
    Book book = Book.open(Path.of(rest.remove(0)), Path.of(rest.remove(0)));
    String language = rest.remove(0);
    List<DocumentStatus> all =
        new BookAlignment(book.settings().parallelData().minimumConfidence())
            .status(
                new BookLoader(book.settings().source()).load(book.documents(language), language));
    List<Example> examples =
        Examples.of(
            PreparedData.of(
                    book, language, paragraphs ? Granularity.PARAGRAPH : Granularity.SENTENCE, all)
                .kept()
                .pairs());
    List<DocumentStatus> heldOut =
        all.stream()
            .filter(status -> book.isHeldOut(status.loaded().document().name()))
            .filter(status -> status.alignment() != null)
            .toList();
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      for (LanguagePair direction : List.of(pair, pair.reversed())) {
        if (from.isPresent() && !direction.source().equals(from.get())) {
          continue;
        }
        boolean forward = direction.equals(pair);
        List<Example> own =
            evenly(examples, most).stream()
                .map(example -> forward ? example : example.reversed())
                .toList();
        try (AdaptedLocalEngine adapted = engine.adaptedTo(direction, LearntBefore.from(own))) {
          long start = System.nanoTime();
          adapted.prepare(done -> {});
          System.out.printf(
              "%s, %d examples, %d s to learn from them or to find what was learnt%n",
              direction, own.size(), (System.nanoTime() - start) / 1_000_000_000);
          for (String variant : rest.isEmpty() ? TABLE : rest) {
            System.out.println(
                row(variant, direction, adapted.by(methods(variant)), heldOut, forward));
          }
        }
      }
    }
  }

  /** Takes an option and its value out of the arguments. */
  private static Optional<String> option(String name, List<String> arguments) {
    int place = arguments.indexOf(name);
    if (place < 0) {
      return Optional.empty();
    }
    arguments.remove(place);
    return Optional.of(arguments.remove(place));
  }

  /** So many examples, spread evenly. */
  private static List<Example> evenly(List<Example> examples, int most) {
    int count = Math.min(most, examples.size());
    return IntStream.range(0, count)
        .mapToObj(i -> examples.get((int) ((long) i * examples.size() / count)))
        .toList();
  }

  private static String row(
      String variant,
      LanguagePair direction,
      AdaptedEngine engine,
      List<DocumentStatus> documents,
      boolean forward) {
    EvaluationRun run = new EvaluationRun(direction, engine, TargetStyle.usual(direction.target()));
    Bleu bleu = Bleu.of(BleuTokenizer.forLanguage(direction.target()));
    List<Compared> compared = new ArrayList<>();
    double[] seconds = new double[2];
    for (int round = 0; round < 2; round++) { // the second finds all states computed
      compared.clear();
      long start = System.nanoTime();
      for (DocumentStatus status : documents) {
        SegmentedDocument source = status.loaded().source();
        SegmentedDocument target = Objects.requireNonNull(status.loaded().translation());
        Alignment alignment = Objects.requireNonNull(status.alignment());
        compared.add(
            run.compare(
                forward ? source : target,
                forward ? target : source,
                forward ? alignment : alignment.reversed(),
                done -> {}));
      }
      seconds[round] = (System.nanoTime() - start) / 1e9;
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(
        "all",
        bleu.score(
                compared.stream().flatMap(c -> c.hypotheses().stream()).toList(),
                compared.stream().flatMap(c -> c.references().stream()).toList())
            .value());
    for (Compared document : compared) {
      scores.put(document.name(), bleu.score(document.hypotheses(), document.references()).value());
    }
    return String.format(Locale.ROOT, "%-50s %6.1f %6.1f s  ", variant, seconds[0], seconds[1])
        + scores.values().stream()
            .map(score -> String.format(Locale.ROOT, "%6.2f", score))
            .collect(Collectors.joining(" "));
  }

  private static AdaptationMethods methods(String variant) {
    List<String> parts = List.of(variant.equals("none") ? new String[0] : variant.split(","));
    AdaptationMethods methods =
        AdaptationMethods.parse(
            parts.stream().filter(part -> !part.contains("=")).collect(Collectors.joining(",")));
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        methods = set(methods, part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return methods;
  }

  private static AdaptationMethods set(AdaptationMethods methods, String name, String value) {
    Mixture old = methods.mixture();
    float number = Float.parseFloat(value);
    int nearest = name.equals("nearest") ? (int) number : old.nearest();
    float temperature = name.equals("temperature") ? number : old.temperature();
    float contrast = name.equals("contrast") ? number : old.contrast();
    float trust = name.equals("trust") ? number : old.mostTrust();
    float doubt = name.equals("doubt") ? number : old.doubt();
    float ofLearnt = name.equals("doubt-of-learnt") ? number : old.doubtOfLearnt();
    return switch (name) {
      case "examples" -> methods.withNeighbours((int) number);
      case "nearest", "temperature", "contrast", "trust", "doubt", "doubt-of-learnt" ->
          methods.withMixture(new Mixture(nearest, temperature, contrast, trust, doubt, ofLearnt));
      default -> throw new IllegalArgumentException("no setting \"" + name + "\"");
    };
  }
}
