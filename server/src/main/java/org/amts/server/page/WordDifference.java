package org.amts.server.page;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Which words of a text another does not have: the longest common subsequence of their words. */
final class WordDifference {

  /** Longer texts are shown without marks; the comparison takes the square of their words. */
  private static final int MOST_WORDS = 1500;

  /**
   * A piece of the new text.
   *
   * @param isNew whether the old text does not have it there
   */
  record Piece(String text, boolean isNew) {}

  private WordDifference() {}

  /** The new text in pieces. */
  static List<Piece> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
      return List.of(new Piece(after, false));
    }
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    for (int j = 0; j < now.size(); j++) {
      while (i < old.size()
          && !old.get(i).equals(now.get(j))
          && common[i + 1][j] >= common[i][j + 1]) {
        i++;
      }
      boolean isOld = i < old.size() && old.get(i).equals(now.get(j));
      add(pieces, now.get(j), !isOld);
      i += isOld ? 1 : 0;
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, String word, boolean isNew) {
    if (!pieces.isEmpty() && pieces.get(pieces.size() - 1).isNew() == isNew) {
      Piece last = pieces.remove(pieces.size() - 1);
      pieces.add(new Piece(last.text() + word, isNew));
    } else {
      pieces.add(new Piece(word, isNew));
    }
  }

  private static List<String> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }
}
