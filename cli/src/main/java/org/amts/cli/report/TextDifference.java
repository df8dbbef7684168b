package org.amts.cli.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where two texts differ, by words; in Chinese and Japanese, by characters. The parts that both
 * have are a longest common subsequence.
 */
final class TextDifference {

  /** Ideographs and kana one by one; other letters and digits in words; the rest one by one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{M}\\p{Nd}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+"
              + "|\\s+|.",
          Pattern.DOTALL);

  /** More comparisons than this are not worth their time; then nothing is marked. */
  private static final long MOST_COMPARISONS = 4_000_000;

  private TextDifference() {}

  /**
   * A stretch of a text.
   *
   * @param text its characters
   * @param differs whether the other text lacks it
   */
  record Part(String text, boolean differs) {}

  /**
   * Compares.
   *
   * @param text the text to mark
   * @param other the text to compare with
   * @return {@code text} in parts that differ and parts that do not, in turn
   */
  static List<Part> of(String text, String other) {
    List<String> tokens = tokens(text);
    List<String> others = tokens(other);
    if ((long) tokens.size() * others.size() > MOST_COMPARISONS) {
      return List.of(new Part(text, false));
    }
    return merge(tokens, common(tokens, others));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** Indices of {@code a} that are part of a longest common subsequence with {@code b}. */
  private static BitSet common(List<String> a, List<String> b) {
    int[][] longest = new int[a.size() + 1][b.size() + 1]; // of the rests from i and j on
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    BitSet common = new BitSet();
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        common.set(i);
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static List<Part> merge(List<String> tokens, BitSet common) {
    List<Part> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean differs = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean isBetweenDifferences =
          tokens.get(i).isBlank()
              && i > 0
              && i + 1 < tokens.size()
              && !common.get(i - 1)
              && !common.get(i + 1);
      boolean next = !common.get(i) || isBetweenDifferences;
      if (next != differs && !run.isEmpty()) {
        parts.add(new Part(run.toString(), differs));
        run.setLength(0);
      }
      differs = next;
      run.append(tokens.get(i));
    }
    if (!run.isEmpty()) {
      parts.add(new Part(run.toString(), differs));
    }
    return parts;
  }
}
