package org.amts.align;

import java.util.List;

/**
 * Aligns two lists of sentences, of which one translates the other in the same order. Stateless;
 * safe for use by many threads.
 */
public final class SentenceAligner {

  /**
   * Aligns sentences by what the lists themselves tell of lengths and words.
   *
   * @return beads over list indices
   */
  public Alignment align(List<String> source, List<String> target) {
    return align(source, target, List.of());
  }

  /**
   * Aligns sentences with the help of machine translations.
   *
   * @param machineTranslations a translation of each source sentence, in order; or none at all
   * @return beads over list indices
   * @throws IllegalArgumentException if there are machine translations, but not as many as source
   *     sentences
   */
  public Alignment align(
      List<String> source, List<String> target, List<String> machineTranslations) {
    if (!machineTranslations.isEmpty() && machineTranslations.size() != source.size()) {
      throw new IllegalArgumentException(
          machineTranslations.size() + " machine translations for " + source.size() + " sentences");
    }
    UnitReader reader = new UnitReader();
    List<Units> sources = List.of(reader.sentences(source, machineTranslations));
    List<Units> targets = List.of(reader.sentences(target, List.of()));
    return new UnitAligner(sources, targets, reader.vocabulary(), 1).align().alignments().get(0);
  }
}
