package org.amts.cli;

/** How a command ended, for scripts. The numbers never change their meaning. */
public enum ExitCode {
  /** Everything was done. */
  OK(0),
  /** The command failed, or a check that it made (a round trip, a comparison) did not hold. */
  FAILURE(1),
  /** The command line or a settings file cannot be understood; nothing was done. */
  USAGE(2),
  /** Some documents or segments failed and are listed; the rest is done. */
  PARTLY_FAILED(3),
  /** Nothing failed, but translations are missing or older than their sources. */
  STALE(4),
  /** Stopped from the keyboard; the Java runtime ends with this number by itself. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
