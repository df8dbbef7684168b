package org.amts.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.amts.document.Diagnostic;

/**
 * What a command reads and writes: UTF-8 whatever the locale says.
 *
 * @param in standard input, as bytes
 * @param out results
 * @param err diagnostics, summaries and progress: what a script does not want among the results
 * @param isTerminal whether a person watches {@code err}
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, boolean isTerminal) {

  /** The property by which the launcher says that standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "amts.terminal";

  /** The streams of this process. */
  static Console system() {
    // Results are buffered, and the end of the program flushes them; messages appear at once.
    PrintWriter out =
        new PrintWriter(
            new OutputStreamWriter(
                ClosedPipe.detectedOn(new FileOutputStream(FileDescriptor.out)),
                StandardCharsets.UTF_8));
    PrintWriter err =
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
            true);
    return new Console(System.in, out, err, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  /** Standard input as text. */
  public BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Prints diagnostics for people, {@code file:line: severity: message}. */
  public void report(Iterable<Diagnostic> diagnostics) {
    diagnostics.forEach(err::println);
  }
}
