package org.amts.server.signature;

import java.util.List;
import java.util.Map;

/**
 * What a signature is about: a request to {@code /} without a query.
 *
 * @param method {@code POST}
 * @param headers values by name in lower case
 * @param body all of it
 */
public record SignedRequest(String method, Map<String, List<String>> headers, byte[] body) {

  /** The values of a header, joined by commas; empty if it is missing. */
  String header(String lowerCaseName) {
    return String.join(",", headers.getOrDefault(lowerCaseName, List.of()));
  }
}
