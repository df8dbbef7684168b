package org.amts.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts demo}: the whole pipeline on a copy of the sample book. */
@Command(
    name = "demo",
    description =
        "Copies the sample book, then looks at it, aligns its translations, translates what is missing or out of date,"
            + " tells what of it to read first, and measures the result. Needs no account and no network.",
    footer = {"", "Example:", "  amts demo"})
final class DemoCommand implements Callable<Integer> {

  /** Where the launcher says that AMTS lies. */
  private static final String HOME_PROPERTY = "amts.home";

  @ParentCommand private Amts amts;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      defaultValue = "amts-demo",
      description = "Where the copy goes; an earlier copy is replaced (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("amts-demo");

  @Override
  public Integer call() throws IOException {
    Path book = Path.of(System.getProperty(HOME_PROPERTY, ".")).resolve("examples/handbook");
    if (!Files.isDirectory(book)) {
      throw new CommandFailure(ExitCode.FAILURE, book + ": the sample book is not there");
    }
    Path marker = folder.resolve(".amts-demo");
    if (Files.exists(folder) && !Files.exists(marker)) {
      throw new CommandFailure(
          ExitCode.USAGE, folder + " exists and is no earlier demo; name another folder with -o");
    }
    delete(folder);
    copy(book, folder);
    Files.writeString(marker, "Made by \"amts demo\", which deletes and makes this folder anew.\n");
    String config = folder.toString();
    Path review = folder.resolve("amts-report/review.html");
    int worst = 0;
    for (List<String> step :
        List.of(
            List.of("status", "-c", config, "--documents"),
            List.of("prepare", "-c", config),
            List.of("sync", "-c", config),
            List.of("review", "-c", config, "--page", review.toString()),
            List.of("evaluate", "-c", config, "--both-directions"),
            List.of("status", "-c", config))) {
      amts.console().out().println("\n$ amts " + String.join(" ", step));
      amts.console().out().flush();
      worst = Math.max(worst, amts.runStep(step));
    }
    amts.console()
        .out()
        .printf(
            "%nRead the translations in %s and %s, the report in %s, and what to read first in %s%n",
            folder.resolve("zh"),
            folder.resolve("es"),
            folder.resolve("amts-report/index.html"),
            review);
    return worst;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
