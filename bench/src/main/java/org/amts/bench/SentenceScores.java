package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amts.corpus.Flaws;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.local.DecodingCounts;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.ChrF;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;

/**
 * How well the embedded engine translates sentences in several languages: a TSV file with a
 * language code at the head of each column. For each direction BLEU and chrF2; words left as they
 * were, which are lower-case words of four letters or more that the answer has from the source and
 * the reference does not have; answers with {@link Flaws}; and the first answers that could not be
 * used.
 *
 * <pre>{@code
 * SentenceScores FILE [OUTPUTS [MODEL]]
 * }</pre>
 *
 * <p>With a second file every source, answer and reference is written there. A model is a folder
 * that {@code model/pack.py} wrote.
 */
public final class SentenceScores {

  private static final Comparator<LanguagePair> BY_NAME =
      Comparator.comparing(LanguagePair::toString);

  private static final Pattern WORD = Pattern.compile("(?<![\\w⟦])[a-záéíóúñü]{4,}(?![\\w⟧])");

  private SentenceScores() {}

  /** A sentence, the engine's answer, and a person's. */
  private record Answered(Segment source, String answer, String reference) {

    Set<String> wordsLeft() {
      Set<String> left = words(source.text());
      left.retainAll(words(answer));
      left.removeAll(words(reference));
      return left;
    }
  }

  /** Prints a line for each direction that the engine has. */
  public static void main(String[] arguments) throws IOException {
    List<String[]> lines =
        Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split("\t")).toList();
    List<String> languages = List.of(lines.get(0));
    List<String> outputs = new ArrayList<>();
    EngineSettings settings =
        arguments.length > 2
            ? EngineSettings.DEFAULT.withModel(Path.of(arguments[2]))
            : EngineSettings.DEFAULT;
    for (LanguagePair pair : directions(settings)) {
      int source = languages.indexOf(pair.source());
      int target = languages.indexOf(pair.target());
      if (source >= 0 && target >= 0) {
        List<Answered> answered =
            print(
                pair,
                settings,
                lines.subList(1, lines.size()).stream().map(line -> line[source]).toList(),
                lines.subList(1, lines.size()).stream().map(line -> line[target]).toList());
        for (Answered each : answered) {
          outputs.add(
              String.join(
                  "\t",
                  pair.toString(),
                  each.source().expanded(),
                  each.answer(),
                  each.reference(),
                  String.join(" ", each.wordsLeft())));
        }
      }
    }
    if (arguments.length > 1) {
      Files.write(Path.of(arguments[1]), outputs);
    }
  }

  private static List<LanguagePair> directions(EngineSettings settings) {
    try (LocalEngine engine = LocalEngine.open(settings)) {
      return engine.languagePairs().stream().sorted(BY_NAME).toList();
    }
  }

  private static List<Answered> print(
      LanguagePair pair, EngineSettings settings, List<String> sources, List<String> references) {
    List<Segment> segments = sources.stream().map(SegmentParser::parse).toList();
    List<Answered> answered = new ArrayList<>();
    DecodingCounts counts;
    try (LocalEngine engine = LocalEngine.open(settings)) {
      List<Translation> answers = engine.translate(pair, segments, done -> {});
      for (int i = 0; i < segments.size(); i++) {
        String answer = segments.get(i).expand(answers.get(i).text());
        answered.add(new Answered(segments.get(i), answer, references.get(i)));
      }
      counts = engine.counts();
    }
    List<String> hypotheses = answered.stream().map(Answered::answer).toList();
    long words = segments.stream().mapToLong(segment -> words(segment.text()).size()).sum();
    Flaws visible = new Flaws(pair.target());
    long flawed =
        answered.stream()
            .filter(each -> !visible.in(each.source().expanded(), each.answer()).isEmpty())
            .count();
    long left = answered.stream().mapToLong(each -> each.wordsLeft().size()).sum();
    System.out.printf(
        Locale.ROOT,
        "%s  %d sentences  BLEU %.2f  chrF2 %.2f  left as they were %.2f%% of %d words, %d with"
            + " flaws%n"
            + "       %d sentences with placeholders; %s%n",
        pair,
        segments.size(),
        Bleu.of(BleuTokenizer.forLanguage(pair.target())).score(hypotheses, references).value(),
        ChrF.CHRF2.score(hypotheses, references).value(),
        100.0 * left / Math.max(1, words),
        words,
        flawed,
        segments.stream().filter(segment -> !segment.placeholders().isEmpty()).count(),
        counts);
    return answered;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("(?<=\\s)"))
        .flatMap(part -> WORD.matcher(part).results())
        .map(result -> result.group())
        .collect(Collectors.toSet());
  }
}
