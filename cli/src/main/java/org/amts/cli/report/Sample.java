package org.amts.cli.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A segment to look at, as people read it (placeholders put back).
 *
 * @param source the source
 * @param hypothesis the machine's translation
 * @param adapted the machine's translation, adapted to the book's parallel data; null if there is
 *     none
 * @param reference a person's translation; null if there is none
 * @param document the document's file name
 * @param line line of the source in its document, from 1
 * @param note why it is shown, or what to check; may be empty
 */
public record Sample(
    String source,
    String hypothesis,
    @Nullable String adapted,
    @Nullable String reference,
    String document,
    int line,
    String note) {

  /** Checks that nothing is missing. */
  public Sample {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(hypothesis, "hypothesis");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(note, "note");
  }
}
