package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.ChrF;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;

/**
 * BLEU and chrF2 of the embedded engine on sentences in several languages: a TSV file with a
 * language code at the head of each column.
 *
 * <pre>{@code
 * SentenceScores FILE [OUTPUTS]
 * }</pre>
 *
 * <p>With a second file every source, answer and reference is written there.
 */
public final class SentenceScores {

  private static final Comparator<LanguagePair> BY_NAME =
      Comparator.comparing(LanguagePair::toString);

  private SentenceScores() {}

  /** Prints a line for each direction that the engine has. */
  public static void main(String[] arguments) throws IOException {
    List<String[]> lines =
        Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split("\t")).toList();
    List<String> languages = List.of(lines.get(0));
    List<String> outputs = new ArrayList<>();
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      for (LanguagePair pair : engine.languagePairs().stream().sorted(BY_NAME).toList()) {
        int source = languages.indexOf(pair.source());
        int target = languages.indexOf(pair.target());
        if (source >= 0 && target >= 0) {
          List<Segment> segments = new ArrayList<>();
          List<String> references = new ArrayList<>();
          for (String[] line : lines.subList(1, lines.size())) {
            segments.add(SegmentParser.parse(line[source]));
            references.add(line[target]);
          }
          List<Translation> answers = engine.translate(pair, segments, done -> {});
          List<String> hypotheses =
              IntStream.range(0, answers.size())
                  .mapToObj(i -> segments.get(i).expand(answers.get(i).text()))
                  .toList();
          Bleu bleu = Bleu.of(BleuTokenizer.forLanguage(pair.target()));
          System.out.printf(
              Locale.ROOT,
              "%s  %d sentences  BLEU %.2f  chrF2 %.2f%n",
              pair,
              segments.size(),
              bleu.score(hypotheses, references).value(),
              ChrF.CHRF2.score(hypotheses, references).value());
          for (int i = 0; i < segments.size(); i++) {
            outputs.add(
                String.join(
                    "\t",
                    pair.toString(),
                    segments.get(i).expanded(),
                    hypotheses.get(i),
                    references.get(i)));
          }
        }
      }
    }
    if (arguments.length > 1) {
      Files.write(Path.of(arguments[1]), outputs);
    }
  }
}
