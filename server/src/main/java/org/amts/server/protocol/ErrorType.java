package org.amts.server.protocol;

import java.util.Locale;

/**
 * The errors of the service. The model of the service declares those that are named there; the
 * others come from the protocol and from signatures, and all services of AWS share them. Clients
 * tell errors by their names, old ones also by the HTTP status: boto3's legacy retries need 429.
 */
public enum ErrorType {
  CONCURRENT_MODIFICATION(400),
  CONFLICT(400),
  DETECTED_LANGUAGE_LOW_CONFIDENCE(400),
  INTERNAL_SERVER(500),
  INVALID_FILTER(400),
  INVALID_PARAMETER_VALUE(400),
  INVALID_REQUEST(400),
  LIMIT_EXCEEDED(400),
  RESOURCE_NOT_FOUND(400),
  SERVICE_UNAVAILABLE(503),
  TEXT_SIZE_LIMIT_EXCEEDED(400),
  TOO_MANY_REQUESTS(429),
  TOO_MANY_TAGS(400),
  UNSUPPORTED_DISPLAY_LANGUAGE_CODE(400),
  UNSUPPORTED_LANGUAGE_PAIR(400),
  /** A member of a request breaks a constraint of the model. */
  VALIDATION(400),
  /** The body is no JSON, or a member has another type than in the model. */
  SERIALIZATION(400),
  /** There is no such operation. */
  UNKNOWN_OPERATION(400),
  /** The body is larger than any request of that operation can be. */
  REQUEST_ENTITY_TOO_LARGE(413),
  /** The body came too slowly. */
  REQUEST_TIMEOUT(408),
  /** The request is not signed. */
  MISSING_AUTHENTICATION_TOKEN(403),
  /** The signature lacks parts. */
  INCOMPLETE_SIGNATURE(400),
  /** There is no such access key. */
  UNRECOGNIZED_CLIENT(403),
  /** The signature is not that of the request, too old, or was used before. */
  INVALID_SIGNATURE(403);

  private final int httpStatus;

  ErrorType(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  /** The name on the wire: {@code InvalidRequestException}. */
  public String wireName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.append("Exception").toString();
  }

  /** The HTTP status that goes with it. */
  public int httpStatus() {
    return httpStatus;
  }
}
