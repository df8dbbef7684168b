package org.amts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.document.Diagnostic;
import org.amts.document.Document;
import org.amts.document.DocumentFormats;
import org.amts.document.Replacement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code amts roundtrip}: the proof that AMTS changes nothing but translated text. */
@Command(
    name = "roundtrip",
    description = {
      "Parse every document below the given paths and write it back in memory.",
      "Fails if a single byte differs. Changes no file."
    },
    footer = {
      "",
      "Examples:",
      "  amts roundtrip docs/",
      "  amts roundtrip --all --quiet . || echo 'please report this'"
    })
final class RoundtripCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Option(
      names = "--all",
      description = "In folders, also read files of unknown extensions, as plain text.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : InputFiles.below(path)) {
        if (all
            || file.equals(path)
            || DocumentFormats.forFileName(file.getFileName().toString()).isPresent()) {
          files.add(file);
        }
      }
    }
    List<Result> results = files.parallelStream().map(RoundtripCommand::check).toList();
    long bytes = 0;
    int warnings = 0;
    int errors = 0;
    int differing = 0;
    for (Result result : results) {
      for (Diagnostic diagnostic : result.diagnostics) {
        boolean isError = diagnostic.severity() == Diagnostic.Severity.ERROR;
        errors += isError ? 1 : 0;
        warnings += isError ? 0 : 1;
      }
      if (!amts.isQuiet()) {
        amts.console().report(result.diagnostics);
      }
      bytes += result.bytes;
      if (result.difference != null) {
        differing++;
        amts.console().out().println(result.difference);
      }
    }
    amts.note(
        String.format(
            Locale.ROOT,
            "%,d files, %,d bytes: %,d identical, %,d differ; %,d errors and %,d warnings",
            results.size(),
            bytes,
            results.size() - differing,
            differing,
            errors,
            warnings));
    return (differing == 0 ? ExitCode.OK : ExitCode.FAILURE).code();
  }

  private static Result check(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      Document document = DocumentFormats.parse(file.toString(), content);
      byte[] written = document.render(everyInlineByItself(document));
      int at = Arrays.mismatch(content, written);
      return new Result(
          content.length,
          document.diagnostics(),
          at < 0 ? null : file + ": differs from byte " + at + " on");
    } catch (IOException e) {
      return new Result(0, List.of(), file + ": cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // Parsers promise never to throw; if one does, this is the command that must tell which file.
      return new Result(0, List.of(), file + ": the parser failed: " + e);
    }
  }

  /**
   * Puts every inline in its own place, so that what is written went through the whole renderer.
   */
  private static List<Replacement> everyInlineByItself(Document document) {
    return document.blocks().stream()
        .flatMap(block -> block.inlines().stream())
        .map(inline -> new Replacement(inline.range(), inline.range().of(document.text())))
        .toList();
  }

  /**
   * What came out for one file.
   *
   * @param bytes size of the file
   * @param diagnostics what the parser had to say
   * @param difference the message about a difference, null if there is none
   */
  private record Result(long bytes, List<Diagnostic> diagnostics, @Nullable String difference) {}
}
