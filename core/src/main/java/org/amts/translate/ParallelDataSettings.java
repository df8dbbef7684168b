package org.amts.translate;

/**
 * How the pairs of existing translations are kept. Parts that are null get their default.
 * Immutable.
 *
 * @param folder where the files lie, from the book's root; {@code parallel-data} by default
 * @param format {@code csv} (the default), {@code tsv} or {@code tmx}
 * @param minimumConfidence pairs whose alignment is less certain (0..1) are kept out; 0.5 by
 *     default
 */
public record ParallelDataSettings(String folder, String format, Double minimumConfidence) {

  /** {@code parallel-data/en-zh.csv}. */
  public static final ParallelDataSettings DEFAULT =
      new ParallelDataSettings("parallel-data", "csv", 0.5);

  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the format is unknown or the confidence not in 0..1
   */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public ParallelDataSettings {
    folder = folder == null ? "parallel-data" : folder;
    format = format == null ? "csv" : format;
    minimumConfidence = minimumConfidence == null ? 0.5 : minimumConfidence;
    if (!format.matches("csv|tsv|tmx")) {
      throw new IllegalArgumentException(
          "parallel-data format \"" + format + "\": use csv, tsv or tmx");
    }
    if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
      throw new IllegalArgumentException(
          "minimum-confidence " + minimumConfidence + " is not in 0..1");
    }
  }
}
