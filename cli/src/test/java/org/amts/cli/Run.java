package org.amts.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command that was run as a user runs it.
 *
 * @param code what it ended with
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record Run(int code, String out, String err) {

  /** Runs {@code amts} with arguments and nothing on standard input. */
  static Run amts(Object... arguments) {
    return withInput("", arguments);
  }

  /** Runs {@code amts} with a text on standard input. */
  static Run withInput(String input, Object... arguments) {
    return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  /** Runs {@code amts} with bytes on standard input. */
  static Run withInput(byte[] input, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code =
        Amts.run(
            new Console(
                new ByteArrayInputStream(input),
                new PrintWriter(out),
                new PrintWriter(err, true),
                false),
            words);
    return new Run(code, out.toString(), err.toString());
  }

  /** The lines on standard output. */
  List<String> lines() {
    return out.lines().toList();
  }
}
