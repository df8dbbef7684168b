package org.amts.sync;

/** The lock file cannot be understood. */
public final class LockFileException extends RuntimeException {

  /**
   * @param message what is wrong, where, and what to do about it
   */
  public LockFileException(String message) {
    super(message);
  }
}
