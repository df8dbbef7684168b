package org.amts.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The operations of the service. Safe for use by many threads; a call may take as long as a
 * translation.
 */
@FunctionalInterface
public interface TranslateApi {

  /**
   * Calls an operation.
   *
   * @param operation its name: {@code TranslateText}
   * @param request its input, as on the wire
   * @return its output, as on the wire
   * @throws ServiceException if the request is not valid or cannot be fulfilled
   */
  ObjectNode call(String operation, ObjectNode request);
}
