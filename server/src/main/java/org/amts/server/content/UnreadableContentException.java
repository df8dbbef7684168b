package org.amts.server.content;

/** A document is not what its content type says: the client's mistake, not ours. */
public final class UnreadableContentException extends Exception {

  /**
   * @param message what is wrong with the document, for its owner
   */
  public UnreadableContentException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong with the document, for its owner
   * @param cause what the parser met
   */
  public UnreadableContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
