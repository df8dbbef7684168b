package org.amts.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of parallel data that Amazon Translate takes. */
public enum ParallelDataFormat {
  /** Fields separated by commas, one record a line. */
  CSV,
  /** Fields separated by tabs, one record a line. */
  TSV,
  /** Translation Memory eXchange 1.4b, an XML format. */
  TMX;

  /** The ending of file names, without the full stop: {@code csv}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file's name says; empty if its ending is of none. */
  public static Optional<ParallelDataFormat> forFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst();
  }

  /**
   * The format that a file's name says.
   *
   * @throws IllegalArgumentException if its ending is of none
   */
  static ParallelDataFormat require(String fileName) {
    return forFileName(fileName)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    fileName + ": a file of pairs or terms must be named .csv, .tsv or .tmx"));
  }
}
