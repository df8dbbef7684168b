package org.amts.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * The words in which two versions of a sentence differ. A word is a run of letters and digits, a
 * Han or kana character, or a protected span.
 *
 * @param removed words of the older sentence that are not in the common subsequence
 * @param added words of the newer sentence that are not in it
 * @param similarity twice the words in common, divided by the words of both: 0..1, 1 if the words
 *     are equal
 */
record WordDifference(List<String> removed, List<String> added, double similarity) {

  private static final Pattern WORD =
      Pattern.compile(
          "⟦\\d{1,4}⟧|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]"
              + "(?:[\\p{L}\\p{N}\\p{M}'’&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]"
              + "|-(?=[\\p{L}\\p{N}]))*");

  /** Sentences are shorter; a table row of a broken file may not be. */
  private static final int MOST_WORDS = 1000;

  static WordDifference between(Segment before, Segment after) {
    return between(words(before), words(after));
  }

  static WordDifference between(List<String> before, List<String> after) {
    int rows = before.size();
    int columns = after.size();
    if (rows + columns == 0) {
      return new WordDifference(List.of(), List.of(), 1);
    }
    int[][] longest = longest(before, after);
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int b = 0;
    int a = 0;
    while (b < rows || a < columns) {
      if (b < rows && a < columns && before.get(b).equals(after.get(a))) {
        b++;
        a++;
      } else if (a == columns || (b < rows && longest[b + 1][a] >= longest[b][a + 1])) {
        removed.add(before.get(b++));
      } else {
        added.add(after.get(a++));
      }
    }
    return new WordDifference(removed, added, 2.0 * longest[0][0] / (rows + columns));
  }

  /** The similarity alone. */
  static double similarity(List<String> before, List<String> after) {
    int total = before.size() + after.size();
    return total == 0 ? 1 : 2.0 * longest(before, after)[0][0] / total;
  }

  private static int[][] longest(List<String> before, List<String> after) {
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int b = before.size() - 1; b >= 0; b--) {
      for (int a = after.size() - 1; a >= 0; a--) {
        longest[b][a] =
            before.get(b).equals(after.get(a))
                ? longest[b + 1][a + 1] + 1
                : Math.max(longest[b + 1][a], longest[b][a + 1]);
      }
    }
    return longest;
  }

  /** The words of a segment, protected spans as they stand in the file. */
  static List<String> words(Segment segment) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(segment.text());
    while (matcher.find() && words.size() < MOST_WORDS) {
      String word = matcher.group();
      Matcher mark = Placeholder.marksIn(word);
      words.add(
          mark.matches()
              ? segment.placeholders().get(Integer.parseInt(mark.group(1))).original()
              : word);
    }
    return Collections.unmodifiableList(words);
  }
}
