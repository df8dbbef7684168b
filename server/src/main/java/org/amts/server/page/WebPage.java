package org.amts.server.page;

import java.util.Map;

/**
 * Answers a browser. The server asks it only for requests that come from this machine, or that
 * carry the keys. Safe for use by many threads.
 */
@FunctionalInterface
public interface WebPage {

  /**
   * Answers a request.
   *
   * @param method {@code GET} or {@code POST}; a POST has been checked to come from this page
   * @param path {@code /}, {@code /jobs/…}
   * @param parameters of the query or of the form; of several with one name the first
   */
  Answer answer(String method, String path, Map<String, String> parameters);

  /**
   * What the browser gets.
   *
   * @param status HTTP status
   * @param contentType with its charset: {@code text/html; charset=utf-8}
   */
  record Answer(int status, String contentType, byte[] body) {}
}
