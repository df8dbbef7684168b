package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amts.corpus.DroppedPair;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataFormat;
import org.amts.corpus.ParallelDataImport;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelDataWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts convert}: parallel data from one file format to another. */
@Command(
    name = "convert",
    description = {
      "Convert parallel data between CSV, TSV and TMX, by the endings of the names.",
      "Reads and writes by the rules of Amazon Translate; what they leave out is listed."
    },
    footer = {
      "",
      "Examples:",
      "  amts convert parallel-data/en-zh.csv en-zh.tmx",
      "  amts convert memory.tmx en-es.tsv --to es"
    })
final class ConvertCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Parameters(index = "0", paramLabel = "IN", description = "A .csv, .tsv or .tmx file.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write or replace.")
  private Path out;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      description = "Target language to take, if the file has several.")
  private @Nullable String language;

  @Override
  public Integer call() throws IOException {
    requireFormat(in);
    requireFormat(out);
    if (Files.exists(out) && Files.isSameFile(in, out)) {
      throw new CommandFailure(ExitCode.USAGE, "IN and OUT are the same file: " + in);
    }
    ParallelDataImport read = ParallelDataReader.read(in);
    amts.console().report(read.problems());
    ParallelData data = choose(read);
    List<DroppedPair> dropped = ParallelDataWriter.write(out, data);
    for (DroppedPair pair : dropped) {
      amts.console()
          .err()
          .println(out + ": warning: left out: " + pair.detail() + ": " + pair.pair().source());
    }
    amts.note(
        String.format(
            Locale.ROOT,
            "%s: %,d pairs %s-%s; %,d left out, %,d skipped and %,d failed while reading",
            out,
            data.pairs().size() - dropped.size(),
            data.sourceLanguage(),
            data.targetLanguage(),
            dropped.size(),
            read.skipped(),
            read.failed()));
    return ExitCode.OK.code();
  }

  private static void requireFormat(Path file) {
    if (ParallelDataFormat.forFileName(file.toString()).isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, file + ": parallel data is a .csv, .tsv or .tmx file");
    }
  }

  private ParallelData choose(ParallelDataImport read) {
    if (read.data().isEmpty()) {
      throw new CommandFailure(ExitCode.FAILURE, in + ": holds no parallel data");
    }
    if (language == null && read.data().size() == 1) {
      return read.data().get(0);
    }
    String wanted = language == null ? "" : language;
    return read.forTarget(wanted)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    in
                        + ": choose the target language with --to: "
                        + read.data().stream()
                            .map(ParallelData::targetLanguage)
                            .collect(Collectors.joining(", "))));
  }
}
