package org.amts.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.amts.translate.BookSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that work on a book. */
final class BookOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = BookSettings.FILE_NAME,
      description = "The book's settings, or the folder that holds ${DEFAULT-VALUE}.")
  private Path config = Path.of(BookSettings.FILE_NAME);

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Where the paths of the settings start; the folder of the settings by default.")
  private @Nullable Path root;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "CODE",
      split = ",",
      description = "Only these target languages; all of the settings by default.")
  private List<String> languages = List.of();

  Book open() {
    return Book.open(config, root);
  }

  /** The target languages that are asked for, in the order of the settings. */
  List<String> languages(Book book) {
    for (String language : languages) {
      if (!book.settings().targets().containsKey(language)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "the book has no target language \""
                + language
                + "\"; it has "
                + String.join(", ", book.settings().targets().keySet()));
      }
    }
    return book.settings().targets().keySet().stream()
        .filter(language -> languages.isEmpty() || languages.contains(language))
        .toList();
  }

  /**
   * The documents that are asked for.
   *
   * @param files source files or folders; empty for the whole book
   * @throws CommandFailure if one of them is no source of the book
   */
  static List<BookDocument> documents(Book book, String language, List<Path> files) {
    List<BookDocument> all = book.documents(language);
    if (files.isEmpty()) {
      return all;
    }
    List<BookDocument> chosen = new ArrayList<>();
    for (Path file : files) {
      List<BookDocument> matching =
          all.stream()
              .filter(document -> isIn(document, file, book))
              .collect(Collectors.toCollection(ArrayList::new));
      if (matching.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE, file + " is no source file of the book; see \"files\" in its settings");
      }
      matching.removeAll(chosen);
      chosen.addAll(matching);
    }
    return chosen;
  }

  private static boolean isIn(BookDocument document, Path file, Book book) {
    return isIn(document.source(), file, book);
  }

  /**
   * Whether a file of the book is meant. Paths may be given from here, from the book's root, or as
   * a file's name alone.
   *
   * @param given a file or folder as the user named it
   */
  static boolean isIn(Path file, Path given, Book book) {
    Path here = given.toAbsolutePath().normalize();
    Path fromRoot = book.root().resolve(given).normalize();
    Path place = Files.exists(here) ? here : fromRoot;
    return file.startsWith(place)
        || (given.getNameCount() == 1 && file.getFileName().equals(given));
  }
}
