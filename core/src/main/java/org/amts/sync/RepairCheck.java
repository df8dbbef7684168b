package org.amts.sync;

import java.util.List;

/**
 * Tells a repair from a new translation: a repair changes what the edit touches and keeps the rest
 * of what a person wrote.
 */
final class RepairCheck {

  /** Of the share of words that the edit changed; a word may have more than one trace. */
  private static final double TRACES = 1.5;

  /** A short sentence may lose this many characters, whatever its length. */
  private static final int FEW = 4;

  private RepairCheck() {}

  /**
   * Whether a repair keeps the rest of a translation.
   *
   * @param before the translation as it was
   * @param after the repaired one
   * @param edit of the source
   */
  static boolean keepsTheRest(String before, String after, Edit edit) {
    List<String> old = characters(before);
    List<String> now = characters(after);
    WordDifference difference = WordDifference.between(old, now);
    double allowed = Math.max(FEW, TRACES * (1 - edit.similarity()) * old.size());
    double allowedMore = Math.max(FEW, TRACES * (1 - edit.similarity()) * now.size());
    return difference.removed().size() <= allowed && difference.added().size() <= allowedMore;
  }

  private static List<String> characters(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .toList();
  }
}
