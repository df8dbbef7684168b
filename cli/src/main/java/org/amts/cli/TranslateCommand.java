package org.amts.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.amts.engine.TranslationEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts translate -}: standard input to standard output, a segment a line. */
@Command(
    name = "translate",
    description = "Translate standard input to standard output, a segment a line.",
    footer = {
      "",
      "Examples:",
      "  echo 'Read the `README` first.' | amts translate - -f en -t es",
      "  amts translate - -f en -t zh --beam 4 < sentences.en > sentences.zh"
    })
final class TranslateCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Parameters(paramLabel = "-", description = "Standard input.")
  private String input;

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANGUAGE",
      required = true,
      description = "Language of the input, for example en.")
  private String from;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANGUAGE",
      required = true,
      description = "Language of the output, for example zh.")
  private String to;

  @Mixin private EngineOptions engineOptions;

  @Override
  public Integer call() throws IOException {
    if (!input.equals(InputFiles.STANDARD_INPUT)) {
      throw new CommandFailure(ExitCode.USAGE, "only standard input (-) can be translated");
    }
    try (TranslationEngine engine = engineOptions.open()) {
      return TranslateText.run(engine, from, to, amts.console()).code();
    }
  }
}
