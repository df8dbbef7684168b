package org.amts.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.align.BeadNotation;
import org.amts.align.DocumentAligner;
import org.amts.align.SentenceAligner;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts align}: which sentences of a document correspond to which of its translation. */
@Command(
    name = "align",
    description = {
      "Align a document with its translation.",
      "Prints a line for each pair: confidence, source, target, with tabs between them."
    },
    footer = {
      "",
      "Examples:",
      "  amts align chapter.md chapter.zh.md > pairs.tsv",
      "  amts align chapter.md chapter.zh.md --min-confidence 0.5 --json",
      "  amts align --sentences --beads text.en text.de"
    })
final class AlignCommand implements Callable<Integer> {

  /** Languages that put no space between sentences. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  @ParentCommand private Amts amts;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "The document.")
  private String sourceFile;

  @Parameters(index = "1", paramLabel = "TARGET", description = "Its translation.")
  private String targetFile;

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANGUAGE",
      description = "Language of SOURCE; guessed from its script if not given.")
  private @Nullable String from;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      description = "Language of TARGET; guessed from its script if not given.")
  private @Nullable String to;

  @Option(
      names = "--sentences",
      description = "The files are plain text with a sentence on each line.")
  private boolean isSentences;

  @Option(
      names = "--min-confidence",
      paramLabel = "0..1",
      defaultValue = "0",
      description = "Leave out pairs below this confidence (not with --beads).")
  private double minConfidence;

  @ArgGroup private @Nullable Form form;

  /** How the result is printed; at most one of them. */
  private static final class Form {
    @Option(
        names = "--beads",
        description = "Print numbers of sentences, from 0, also of those without a partner.")
    private boolean isBeads;

    @Option(names = "--json", description = "Print a JSON object a line.")
    private boolean isJson;
  }

  /**
   * One side of the alignment.
   *
   * @param language of the text
   * @param sentences as people read them, without line ends and tabs
   */
  private record Side(String language, List<String> sentences) {

    String join(List<Integer> indices) {
      return indices.stream()
          .map(sentences::get)
          .collect(Collectors.joining(UNSPACED.contains(language) ? "" : " "));
    }
  }

  /** Both sides and what corresponds in them. */
  private record Result(Side source, Side target, Alignment alignment) {}

  @Override
  public Integer call() throws IOException {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new CommandFailure(ExitCode.USAGE, "--min-confidence must lie between 0 and 1");
    }
    Result result = isSentences ? alignSentences() : alignDocuments();
    Alignment alignment = result.alignment;
    List<Bead> pairs = alignment.pairs(minConfidence);
    PrintWriter out = amts.console().out();
    if (form != null && form.isBeads) {
      alignment.beads().forEach(bead -> out.println(BeadNotation.write(bead)));
    } else if (form != null && form.isJson) {
      try (JsonGenerator json = JsonLines.to(out)) {
        for (Bead pair : pairs) {
          write(pair, result, json);
        }
      }
    } else {
      for (Bead pair : pairs) {
        out.printf(Locale.ROOT, "%.3f\t", pair.confidence());
        out.print(result.source.join(pair.source()));
        out.print('\t');
        out.println(result.target.join(pair.target()));
      }
    }
    amts.note(
        String.format(
            Locale.ROOT,
            "%,d source and %,d target segments: %,d pairs, %,d without a partner",
            alignment.sourceSize(),
            alignment.targetSize(),
            pairs.size(),
            alignment.beads().stream().filter(bead -> !bead.isPair()).count()));
    return ExitCode.OK.code();
  }

  private Result alignSentences() throws IOException {
    Side source = sentences(sourceFile, from);
    Side target = sentences(targetFile, to);
    return new Result(
        source, target, new SentenceAligner().align(source.sentences, target.sentences));
  }

  private Side sentences(String file, @Nullable String language) throws IOException {
    List<String> lines = InputFiles.lines(file, amts.console());
    String guess = language == null ? LanguageGuess.of(String.join("\n", lines)) : language;
    return new Side(guess, lines.stream().map(AlignCommand::onOneLine).toList());
  }

  private Result alignDocuments() throws IOException {
    SegmentedDocument source = document(sourceFile, from);
    SegmentedDocument target = document(targetFile, to);
    return new Result(side(source), side(target), new DocumentAligner().align(source, target));
  }

  private SegmentedDocument document(String file, @Nullable String language) throws IOException {
    Document document = DocumentFormats.parse(file, InputFiles.bytes(file, amts.console()));
    amts.console().report(document.diagnostics());
    return new Segmenter()
        .segment(document, language == null ? LanguageGuess.of(document.text()) : language);
  }

  private static Side side(SegmentedDocument document) {
    return new Side(
        document.language(),
        document.segments().stream()
            .map(segment -> onOneLine(segment.segment().expanded()))
            .toList());
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\\s&&[^ \u00A0\u3000]]+", " ");
  }

  private static void write(Bead pair, Result result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("confidence", Math.round(pair.confidence() * 1000) / 1000.0);
    json.writeStringField("source", result.source.join(pair.source()));
    json.writeStringField("target", result.target.join(pair.target()));
    writeIndices("sourceSegments", pair.source(), json);
    writeIndices("targetSegments", pair.target(), json);
    JsonLines.endLine(json);
  }

  private static void writeIndices(String name, List<Integer> indices, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int index : indices) {
      json.writeNumber(index);
    }
    json.writeEndArray();
  }
}
