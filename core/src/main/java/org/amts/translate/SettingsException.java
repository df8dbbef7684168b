package org.amts.translate;

/**
 * The settings of a book cannot be used. The message says where ({@code file:line}), what, and what
 * to do.
 */
public class SettingsException extends RuntimeException {

  /**
   * @param message where, what, and what to do
   */
  public SettingsException(String message) {
    super(message);
  }

  /**
   * @param message where, what, and what to do
   * @param cause what was met
   */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
