package org.amts.cli;

import java.nio.file.Path;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;

/**
 * Diagnostics in the form that GitHub shows beside the lines of a pull request: {@code ::warning
 * file=zh/a.md,line=12::message}.
 */
final class Annotations {

  private final Path bookRoot;
  private final Path repository;

  /**
   * @param bookRoot the folder that the names of documents start from
   * @param repository the folder that GitHub's paths start from
   */
  Annotations(Path bookRoot, Path repository) {
    this.bookRoot = bookRoot;
    this.repository = repository.toAbsolutePath().normalize();
  }

  /** Annotations for the repository of the workflow that runs, or else of the current folder. */
  static Annotations in(Path bookRoot) {
    String workspace = System.getenv("GITHUB_WORKSPACE");
    Path here = Path.of("").toAbsolutePath();
    Path repository = workspace == null ? here : Path.of(workspace);
    return new Annotations(bookRoot, bookRoot.startsWith(repository) ? repository : bookRoot);
  }

  /** The line to print for a diagnostic. */
  String of(Diagnostic diagnostic) {
    Path file = bookRoot.resolve(diagnostic.file()).normalize();
    String shown =
        (file.startsWith(repository) ? repository.relativize(file) : file)
            .toString()
            .replace('\\', '/');
    return "::"
        + (diagnostic.severity() == Severity.ERROR ? "error" : "warning")
        + " file="
        + property(shown)
        + (diagnostic.line() > 0 ? ",line=" + diagnostic.line() : "")
        + "::"
        + escaped(diagnostic.message());
  }

  /** A message is one line; GitHub reads these three escapes. */
  private static String escaped(String message) {
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String value) {
    return escaped(value).replace(":", "%3A").replace(",", "%2C");
  }
}
