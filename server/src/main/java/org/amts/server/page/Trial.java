package org.amts.server.page;

/**
 * Translates a text at once, also with parallel data, for which the service's own operation has no
 * member. Safe for use by many threads.
 */
@FunctionalInterface
public interface Trial {

  /**
   * Translates a text.
   *
   * @param source language code or {@code auto}
   * @param target language code
   * @param parallelData name of the parallel data to adapt to; empty for none
   * @throws org.amts.server.protocol.ServiceException if it cannot be translated
   */
  String translate(String text, String source, String target, String parallelData);
}
