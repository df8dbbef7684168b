package org.amts.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.Bootstrap;
import org.amts.evaluate.ChrF;
import org.amts.evaluate.Metric;
import org.amts.evaluate.PairedSignificance;
import org.amts.evaluate.Score;
import org.amts.evaluate.Ter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts score}: how close translations are to references. */
@Command(
    name = "score",
    description = {
      "Score translations against references, a segment a line.",
      "The figures are those of sacreBLEU 2 with the same signature."
    },
    footer = {
      "",
      "Examples:",
      "  amts score --hyp machine.zh --ref human.zh",
      "  amts score --hyp machine.zh --ref human.zh --metric bleu --tokenize zh --confidence",
      "  amts score --hyp new.es --ref human.es --vs old.es --json"
    })
final class ScoreCommand implements Callable<Integer> {

  /** The metrics by their names on the command line. */
  private enum MetricName {
    BLEU,
    CHRF,
    TER
  }

  @ParentCommand private Amts amts;

  @Option(
      names = "--hyp",
      paramLabel = "FILE",
      required = true,
      description = "The machine's translations; - for standard input.")
  private String hypothesisFile;

  @Option(
      names = "--ref",
      paramLabel = "FILE",
      required = true,
      description = "What people made of the same sources.")
  private String referenceFile;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      split = ",",
      defaultValue = "bleu,chrf,ter",
      description = "One or more of bleu, chrf, ter (default: all).")
  private List<MetricName> metrics;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      description = "Language of the files; guessed from their script if not given.")
  private @Nullable String language;

  @Option(
      names = "--tokenize",
      paramLabel = "NAME",
      description = "BLEU's tokenizer: 13a, zh, char or none (default: by the language).")
  private @Nullable String tokenizer;

  @Option(
      names = "--confidence",
      description = "Add 95%% confidence intervals, by bootstrap resampling.")
  private boolean hasConfidence;

  @Option(
      names = "--vs",
      paramLabel = "FILE",
      description = "Compare with another system's translations; tells whether it may be chance.")
  private @Nullable String baselineFile;

  @Option(names = "--json", description = "Print a JSON object for each metric.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    List<String> hypotheses = InputFiles.lines(hypothesisFile, amts.console());
    List<String> references = InputFiles.lines(referenceFile, amts.console());
    requireSameLength(hypothesisFile, hypotheses, references);
    if (language == null) {
      language = LanguageGuess.of(String.join("\n", references));
    }
    List<String> baseline = null;
    if (baselineFile != null) {
      baseline = InputFiles.lines(baselineFile, amts.console());
      requireSameLength(baselineFile, baseline, references);
    }
    for (MetricName name : metrics) {
      Metric metric = metric(name, language);
      if (baseline == null) {
        print(
            hasConfidence
                ? Bootstrap.score(metric, hypotheses, references)
                : metric.score(hypotheses, references));
      } else {
        print(
            hasConfidence
                ? PairedSignificance.byBootstrap(metric, baseline, hypotheses, references)
                : PairedSignificance.byRandomization(metric, baseline, hypotheses, references));
      }
    }
    return ExitCode.OK.code();
  }

  private void requireSameLength(String file, List<String> lines, List<String> references) {
    if (lines.size() != references.size() || references.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s has %,d lines and %s has %,d; both need the same number, at least one",
              file,
              lines.size(),
              referenceFile,
              references.size()));
    }
  }

  private Metric metric(MetricName name, String targetLanguage) {
    return switch (name) {
      case BLEU -> Bleu.of(bleuTokenizer(targetLanguage));
      case CHRF -> ChrF.CHRF2;
      case TER -> Ter.forLanguage(targetLanguage);
    };
  }

  private BleuTokenizer bleuTokenizer(String targetLanguage) {
    if (tokenizer == null) {
      return BleuTokenizer.forLanguage(targetLanguage);
    }
    return BleuTokenizer.forLabel(tokenizer)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE, "no tokenizer " + tokenizer + "; use 13a, zh, char or none"));
  }

  private void print(Score score) throws IOException {
    if (isJson) {
      try (JsonGenerator json = JsonLines.to(amts.console().out())) {
        json.writeStartObject();
        writeFields(score, json);
        JsonLines.endLine(json);
      }
    } else {
      amts.console().out().println(score);
    }
  }

  private void print(PairedSignificance significance) throws IOException {
    PrintWriter out = amts.console().out();
    if (isJson) {
      try (JsonGenerator json = JsonLines.to(out)) {
        json.writeStartObject();
        writeFields(significance.system(), json);
        json.writeObjectFieldStart("baseline");
        writeFields(significance.baseline(), json);
        json.writeEndObject();
        json.writeNumberField("pValue", significance.pValue());
        JsonLines.endLine(json);
      }
    } else {
      out.println(significance.baseline() + "  " + baselineFile);
      out.println(significance.system() + "  " + hypothesisFile);
      out.printf(
          Locale.ROOT,
          "p = %.4f: the difference %s%n",
          significance.pValue(),
          significance.pValue() < 0.05 ? "is significant" : "may be chance");
    }
  }

  private static void writeFields(Score score, JsonGenerator json) throws IOException {
    json.writeStringField("metric", score.metric());
    json.writeNumberField("value", score.value());
    if (score.confidence() != null) {
      json.writeNumberField("low", score.confidence().low());
      json.writeNumberField("high", score.confidence().high());
    }
    json.writeStringField("signature", score.signature());
  }
}
