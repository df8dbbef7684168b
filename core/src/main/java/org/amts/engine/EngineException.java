package org.amts.engine;

/**
 * An engine cannot work at all: its model is missing or damaged, its service unreachable, its
 * credentials wrong.
 */
public class EngineException extends RuntimeException {

  /**
   * @param message what is wrong and what to do about it
   */
  public EngineException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do about it
   * @param cause what the engine met
   */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
