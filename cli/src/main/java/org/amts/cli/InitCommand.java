package org.amts.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amts.translate.BookSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts init}: writes the settings of a book after looking at its folder. */
@Command(
    name = "init",
    description =
        "Looks at the folder of a book and writes a commented " + BookSettings.FILE_NAME + ".",
    footer = {"", "Examples:", "  amts init", "  amts init my-book --source en --to zh,es"})
final class InitCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "The book's folder (default: here).")
  private Path folder = Path.of(".");

  @Option(
      names = "--source",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "The book's own language (default: ${DEFAULT-VALUE}).")
  private String source = "en";

  @Option(
      names = "--to",
      paramLabel = "CODE",
      split = ",",
      description = "Target languages, beside those that are found.")
  private List<String> targets = List.of();

  @Option(names = "--dry-run", description = "Print the settings and write nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(ExitCode.USAGE, folder + ": no such folder");
    }
    BookLayout layout = BookLayout.of(folder, source);
    String settings = settings(layout);
    if (dryRun) {
      amts.console().out().print(settings);
      return ExitCode.OK.code();
    }
    Path file = folder.resolve(BookSettings.FILE_NAME);
    try {
      Files.writeString(file, settings, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, file + " exists; see what init would write with --dry-run");
    }
    amts.note(
        "wrote "
            + file.normalize()
            + (layout.isGuess()
                ? ": no translations were found, so check its \"files\" and \"targets\""
                : ": check its \"files\", then try \"amts status\""));
    return ExitCode.OK.code();
  }

  private String settings(BookLayout layout) {
    List<String> languages =
        java.util.stream.Stream.concat(layout.languages().stream(), targets.stream())
            .distinct()
            .filter(language -> !language.equals(source))
            .toList();
    String files =
        layout.extensions().stream()
            .map(
                extension ->
                    "  - source: %s.%s\n    translation: %s\n"
                        .formatted(layout.source(), extension, layout.translation()))
            .collect(Collectors.joining());
    String exclude =
        layout.isSideBySide()
            ? languages.stream()
                .map(language -> "\"/**/*." + language + ".*\"")
                .collect(Collectors.joining(", ", "exclude: [", "]\n"))
            : "# exclude: [\"/" + source + "/drafts/**\"]\n";
    String blocks =
        (languages.isEmpty() ? List.of("zh") : languages)
            .stream().map(InitCommand::target).collect(Collectors.joining());
    return """
        # Settings of AMTS for this book. All paths start at this file's folder.

        # The book's own language.
        source: %s

        # Which files are sources, and where their translations lie. ** stands for any folders, * for any part of a
        # name. Also known: %%locale%%, %%original_path%%, %%file_name%%, %%file_extension%%. Translations may lie in
        # another repository: ../book-%%two_letters_code%%/...
        files:
        %s
        # Source files to leave out.
        %s
        # The target languages. Every setting is optional.
        targets:
        %s
        # Where the pairs of existing translations are kept ("amts prepare"): csv, tsv or tmx.
        parallel-data:
          folder: parallel-data
          format: csv
          minimum-confidence: 0.5

        # Documents to measure on ("amts evaluate"): kept out of the parallel data.
        # evaluation:
        #   held-out:
        #     - /%s/chapter-2.md
        """
        .formatted(source, files, exclude, blocks, source);
  }

  private static String target(String language) {
    return """
          %s:
            engine: local
            # Words and names that stay as they are:
            # do-not-translate: [Python, NumPy]
            # Terms with a fixed translation (CSV with a header of language codes):
            # terminology: terminology/%s.csv
            # first-mention: true     # the first mention of a term carries the source term in brackets
        """
        .formatted(language, language);
  }
}
