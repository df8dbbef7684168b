package org.amts.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator.Doubt;
import org.amts.engine.local.LocalEngine;
import org.amts.evaluate.ChrF;

/**
 * How much worse the sentences are that {@code amts review} would list: chrF2 of those with a word
 * at least so doubtful, and of the others, in the segments that {@code amts evaluate --outputs}
 * wrote.
 *
 * <pre>{@code
 * DoubtBenchmark OUTPUTS
 * }</pre>
 */
public final class DoubtBenchmark {

  private static final double[] LEAST = {16, 12, 8};

  private DoubtBenchmark() {}

  /** A translation with a person's. */
  private record Compared(String source, String hypothesis, String reference) {}

  /** Prints a line for each run and each bound. */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<Compared>> runs = new LinkedHashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      JsonNode node = mapper.readTree(line);
      runs.computeIfAbsent(node.get("run").asText(), run -> new ArrayList<>())
          .add(
              new Compared(
                  node.get("source").asText(),
                  node.get("hypothesis").asText(),
                  node.get("reference").asText()));
    }
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      for (Map.Entry<String, List<Compared>> run : runs.entrySet()) {
        print(engine, run.getKey(), run.getValue());
      }
    }
  }

  private static void print(LocalEngine engine, String run, List<Compared> segments) {
    String[] languages = run.split(" ")[0].split("-");
    long start = System.nanoTime();
    List<Optional<Doubt>> doubts =
        engine.doubts(
            new LanguagePair(languages[0], languages[1]),
            segments.stream().map(each -> Example.of(each.source(), each.hypothesis())).toList(),
            done -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    for (double least : LEAST) {
      List<Compared> doubtful = new ArrayList<>();
      List<Compared> others = new ArrayList<>();
      for (int i = 0; i < segments.size(); i++) {
        boolean isDoubtful = doubts.get(i).filter(d -> d.surprise() >= least).isPresent();
        (isDoubtful ? doubtful : others).add(segments.get(i));
      }
      System.out.printf(
          Locale.ROOT,
          "%-30s at least %2.0f  %3d of %3d in doubt  chrF2 %.1f, of the others %.1f  %.1f s%n",
          run,
          least,
          doubtful.size(),
          segments.size(),
          chrF(doubtful),
          chrF(others),
          seconds);
    }
  }

  private static double chrF(List<Compared> segments) {
    return segments.isEmpty()
        ? 0
        : ChrF.CHRF2
            .score(
                segments.stream().map(Compared::hypothesis).toList(),
                segments.stream().map(Compared::reference).toList())
            .value();
  }
}
