package org.amts.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a run did and how good it is.
 *
 * @param bookName what the book is called
 * @param date the day of the run
 * @param engine identity of the engine, with its model
 * @param pairs one for each language pair, in the order of the settings
 */
public record Report(String bookName, LocalDate date, String engine, List<PairReport> pairs) {

  /** Copies the list. */
  public Report {
    Objects.requireNonNull(bookName, "bookName");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(engine, "engine");
    pairs = List.copyOf(pairs);
  }
}
