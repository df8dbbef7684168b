package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataImport;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.TermTable.Directionality;
import org.amts.corpus.TerminologyReader;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.Example;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.engine.TranslationEngine;
import org.amts.translate.Examples;
import org.amts.translate.Terminology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a text outside of a book says what the engine adapts to. */
final class AdaptationOptions {

  @Option(
      names = "--parallel-data",
      paramLabel = "FILE",
      description = "Adapt to these pairs: CSV, TSV or TMX, as amts prepare writes them.")
  private @Nullable Path parallelData;

  @Option(
      names = "--terminology",
      paramLabel = "FILE",
      description = "Use these terms: CSV, TSV or TMX in Amazon Translate's form.")
  private @Nullable Path terminology;

  @Option(
      names = "--formality",
      paramLabel = "FORMAL|INFORMAL",
      description = "How the reader is addressed, where the language makes a difference.")
  private Formality formality = Formality.UNSPECIFIED;

  @Option(names = "--brevity", description = "Prefer short translations.")
  private boolean brevity;

  /** Whether any of the options is used. */
  boolean isPresent() {
    return parallelData != null
        || terminology != null
        || formality != Formality.UNSPECIFIED
        || brevity;
  }

  /**
   * The engine, adapted.
   *
   * @throws CommandFailure if a file cannot be used
   */
  AdaptedEngine adapt(TranslationEngine engine, LanguagePair pair, Console console)
      throws IOException {
    return engine.adaptedTo(
        pair,
        Adaptation.NONE
            .withExamples(examples(pair, console))
            .withTerminology(terms(pair, console))
            .withFormality(formality)
            .withBrevity(brevity));
  }

  private List<Example> examples(LanguagePair pair, Console console) throws IOException {
    if (parallelData == null) {
      return List.of();
    }
    ParallelDataImport imported;
    try {
      imported = ParallelDataReader.read(existing(parallelData));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage());
    }
    console.report(imported.problems());
    for (ParallelData data : imported.data()) {
      if (isPair(data, pair)) {
        return Examples.of(data.pairs());
      }
      if (isPair(data, pair.reversed())) {
        return Examples.of(data.pairs()).stream().map(Example::reversed).toList();
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        parallelData
            + ": no pairs for "
            + pair
            + "; it has "
            + imported.data().stream()
                .map(data -> data.sourceLanguage() + "-" + data.targetLanguage())
                .collect(Collectors.joining(", ")));
  }

  private static boolean isPair(ParallelData data, LanguagePair pair) {
    return data.sourceLanguage().equals(pair.source())
        && data.targetLanguage().equals(pair.target());
  }

  private List<TermEntry> terms(LanguagePair pair, Console console) throws IOException {
    if (terminology == null) {
      return List.of();
    }
    try {
      Terminology terms =
          Terminology.of(TerminologyReader.read(existing(terminology)), pair, Directionality.MULTI)
              .orElseThrow(
                  () -> new CommandFailure(ExitCode.USAGE, terminology + ": no terms for " + pair));
      console.report(terms.problems());
      return terms.terms();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage());
    }
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(ExitCode.USAGE, file + ": no such file");
    }
    return file;
  }
}
