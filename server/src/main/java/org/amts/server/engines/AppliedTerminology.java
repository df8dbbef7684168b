package org.amts.server.engines;

import java.util.List;

/**
 * The terms of a terminology that were used in a translation.
 *
 * @param name of the terminology
 * @param terms without repetition, in the order in which they were used
 */
public record AppliedTerminology(String name, List<Term> terms) {

  /**
   * A term.
   *
   * @param sourceText as it stands in the source
   * @param targetText as it stands in the translation
   */
  public record Term(String sourceText, String targetText) {}
}
