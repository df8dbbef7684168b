package org.amts.server.store;

/** The database cannot be used. */
public final class DatabaseException extends RuntimeException {

  /**
   * @param message what is wrong
   * @param cause what the driver met
   */
  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
