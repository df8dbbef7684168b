package org.amts.server.protocol;

import java.util.Map;
import java.util.Objects;

/** An error that the client is told. */
public final class ServiceException extends RuntimeException {

  private final ErrorType type;
  private final Map<String, String> members;

  /**
   * @param message what is wrong and what to do about it; it holds no text of the client's
   */
  public ServiceException(ErrorType type, String message) {
    this(type, message, Map.of());
  }

  /**
   * @param message what is wrong and what to do about it; it holds no text of the client's
   * @param members further members of the error's shape: {@code DetectedLanguageCode}
   */
  public ServiceException(ErrorType type, String message, Map<String, String> members) {
    super(Objects.requireNonNull(message));
    this.type = type;
    this.members = Map.copyOf(members);
  }

  /** Which error it is. */
  public ErrorType type() {
    return type;
  }

  /** Members of the error's shape besides its message. */
  public Map<String, String> members() {
    return members;
  }
}
