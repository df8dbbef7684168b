package org.amts.cli.report;

/**
 * How many documents are in which state.
 *
 * @param translated with an up-to-date translation
 * @param stale with a translation of an older source
 * @param missing without a translation
 * @param failed that could not be translated
 */
public record DocumentCounts(int translated, int stale, int missing, int failed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public DocumentCounts {
    if (translated < 0 || stale < 0 || missing < 0 || failed < 0) {
      throw new IllegalArgumentException(
          translated
              + " translated, "
              + stale
              + " stale, "
              + missing
              + " missing, "
              + failed
              + " failed");
    }
  }

  /** All documents. */
  public int total() {
    return translated + stale + missing + failed;
  }
}
