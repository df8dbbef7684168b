package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cuts a text that is too long for the model at the ends of clauses, never within brackets or a
 * placeholder's mark: again and again in two, near the middle, at the strongest mark of punctuation
 * there is.
 */
final class ClauseSplitter {

  private static final String SENTENCE_ENDS = ".!?;";
  private static final String CLAUSE_ENDS = ",:—–)";
  private static final String WIDE_SENTENCE_ENDS = "。！？；…";
  private static final String WIDE_CLAUSE_ENDS = "，：、）";

  private ClauseSplitter() {}

  /**
   * Cuts a text.
   *
   * @param fits whether a part is short enough
   * @return the parts in order, without the spaces between them; nothing if some part cannot be cut
   *     and does not fit
   */
  static Optional<List<String>> split(String text, Predicate<String> fits) {
    List<String> parts = new ArrayList<>();
    return split(text.strip(), fits, parts) ? Optional.of(parts) : Optional.empty();
  }

  private static boolean split(String text, Predicate<String> fits, List<String> parts) {
    if (fits.test(text)) {
      parts.add(text);
      return true;
    }
    int cut = bestCut(text);
    return cut > 0
        && split(text.substring(0, cut).strip(), fits, parts)
        && split(text.substring(cut).strip(), fits, parts);
  }

  /** Index of the first character of the second part, or 0 if there is no place to cut. */
  private static int bestCut(String text) {
    int best = 0;
    int bestRank = 0;
    int depth = 0;
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      depth += "[(（".indexOf(before) >= 0 ? 1 : "])）".indexOf(before) >= 0 ? -1 : 0;
      int strength = depth > 0 ? 0 : strength(before, text.charAt(i));
      boolean central = i > text.length() / 4 && i < text.length() - text.length() / 4;
      int rank = strength == 0 ? 0 : strength + (central ? 3 : 0);
      if (rank > bestRank || rank == bestRank && rank > 0 && isNearer(i, best, text.length())) {
        best = i;
        bestRank = rank;
      }
    }
    return best;
  }

  private static int strength(char before, char after) {
    if (after == '⟦' || before == ' ') {
      return 0;
    }
    if (WIDE_SENTENCE_ENDS.indexOf(before) >= 0
        || after == ' ' && SENTENCE_ENDS.indexOf(before) >= 0) {
      return 3;
    }
    if (WIDE_CLAUSE_ENDS.indexOf(before) >= 0 || after == ' ' && CLAUSE_ENDS.indexOf(before) >= 0) {
      return 2;
    }
    return after == ' ' ? 1 : 0;
  }

  private static boolean isNearer(int cut, int other, int length) {
    return Math.abs(2 * cut - length) < Math.abs(2 * other - length);
  }
}
