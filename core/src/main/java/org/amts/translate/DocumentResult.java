package org.amts.translate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.amts.document.Diagnostic;

/**
 * What became of one document in a run.
 *
 * @param document which
 * @param outcome what was done
 * @param message why it was skipped or failed; empty otherwise
 * @param output the file that was or would be written
 * @param segments segments of the source
 * @param fromEngine segments that the engine translated
 * @param flags what a person must look at
 * @param diagnostics what was wrong with the source file
 */
public record DocumentResult(
    BookDocument document,
    Outcome outcome,
    String message,
    Path output,
    int segments,
    int fromEngine,
    List<Flag> flags,
    List<Diagnostic> diagnostics) {

  /** What was done with a document. */
  public enum Outcome {
    /** It was translated and written. */
    TRANSLATED,
    /** There was nothing to do, or it was not asked for. */
    SKIPPED,
    /** Nothing was written. */
    FAILED
  }

  /** Copies the lists. */
  public DocumentResult {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(output, "output");
    flags = List.copyOf(flags);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A document that was skipped or has failed before the engine got it. */
  public static DocumentResult notDone(
      BookDocument document, Path output, Outcome outcome, String message) {
    return new DocumentResult(document, outcome, message, output, 0, 0, List.of(), List.of());
  }
}
