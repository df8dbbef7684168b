package org.amts.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Shows several pieces of work side by side.
 *
 * <pre>{@code
 * try (Progress progress = bars.start("en-zh", segments.size())) {
 *   engine.translate(pair, segments, progress::step);
 * }
 * }</pre>
 */
public interface ProgressBars {

  /** Shows nothing. */
  ProgressBars NONE = (name, total) -> new SilentProgress();

  /**
   * Shows one more piece of work.
   *
   * @param name what it is, a few characters
   * @param total units to do, at least 0
   */
  Progress start(String name, long total);

  /** Bars that move, on the standard error stream of the process, which must be a terminal. */
  static ProgressBars onTerminal() {
    return TerminalProgress::new;
  }

  /**
   * A line when work starts and ends, and one every few seconds between.
   *
   * @param out where the lines go
   */
  static ProgressBars asLines(PrintWriter out) {
    return (name, total) -> new LineProgress(name, total, out, Duration.ofSeconds(5));
  }
}
