package org.amts.align;

import java.util.List;
import org.amts.segment.SegmentedDocument;

/**
 * A document and its translation by people.
 *
 * @param source the document
 * @param target its translation
 * @param machineTranslations a machine translation of each source segment, in order, into the
 *     target's language; empty if there are none. They are treated as more words of the source
 *     segment.
 */
public record DocumentPair(
    SegmentedDocument source, SegmentedDocument target, List<String> machineTranslations) {

  /**
   * Copies the list and checks its size.
   *
   * @throws IllegalArgumentException if there are machine translations, but not as many as segments
   */
  public DocumentPair {
    machineTranslations = List.copyOf(machineTranslations);
    if (!machineTranslations.isEmpty() && machineTranslations.size() != source.segments().size()) {
      throw new IllegalArgumentException(
          "%s: %d machine translations for %d segments"
              .formatted(
                  source.document().name(), machineTranslations.size(), source.segments().size()));
    }
  }

  /** A pair without machine translations. */
  public static DocumentPair of(SegmentedDocument source, SegmentedDocument target) {
    return new DocumentPair(source, target, List.of());
  }
}
