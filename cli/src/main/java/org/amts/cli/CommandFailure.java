package org.amts.cli;

/** Ends a command with a message for the user and an exit code; no stack trace is shown. */
public final class CommandFailure extends RuntimeException {

  private final ExitCode exitCode;

  /**
   * @param exitCode how the command ends
   * @param message what is wrong, where, and what to do about it
   */
  public CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
