package org.amts.sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.amts.document.Block;
import org.amts.document.Document;

/**
 * Which blocks of one document are which of another: in order, and so that they have as much in
 * common as possible. Immutable.
 */
final class BlockPairs {

  /** No partner. */
  static final int NONE = -1;

  /** Share of words in common from which a block can be another one. */
  private static final double LEAST_LIKE = 0.5;

  /** Pairs of blocks that are compared; in longer documents no block has a partner. */
  private static final long MOST_PAIRS = 1_000_000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");

  private final int[] right;
  private final int[] left;

  private BlockPairs(int[] right, int[] left) {
    this.right = right;
    this.left = left;
  }

  /**
   * Pairs blocks.
   *
   * @param isSameText whether a block of words of {@code left} corresponds to one of {@code right},
   *     by their places
   */
  static BlockPairs of(Document left, Document right, BiPredicate<Integer, Integer> isSameText) {
    int rows = left.blocks().size();
    int columns = right.blocks().size();
    int[] partner = new int[rows];
    int[] back = new int[columns];
    Arrays.fill(partner, NONE);
    Arrays.fill(back, NONE);
    if ((long) rows * columns <= MOST_PAIRS) {
      double[][] like = likeness(left, right, isSameText);
      double[][] best = new double[rows + 1][columns + 1];
      for (int i = rows - 1; i >= 0; i--) {
        for (int j = columns - 1; j >= 0; j--) {
          double apart = Math.max(best[i + 1][j], best[i][j + 1]);
          best[i][j] = Math.max(apart, like[i][j] + best[i + 1][j + 1]);
        }
      }
      int i = 0;
      int j = 0;
      while (i < rows && j < columns) {
        if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
          back[j] = i;
          partner[i++] = j++;
        } else if (best[i][j] == best[i + 1][j]) {
          i++;
        } else {
          j++;
        }
      }
    }
    return new BlockPairs(partner, back);
  }

  /** The place of a left block's partner, or {@link #NONE}. */
  int rightOf(int block) {
    return right[block];
  }

  /** The place of a right block's partner, or {@link #NONE}. */
  int leftOf(int block) {
    return left[block];
  }

  /** 1 for blocks that are equal or say the same, 0 for those that have too little in common. */
  private static double[][] likeness(
      Document left, Document right, BiPredicate<Integer, Integer> isSameText) {
    List<Map<String, Integer>> some = words(left);
    List<Map<String, Integer>> others = words(right);
    double[][] like = new double[some.size()][others.size()];
    for (int i = 0; i < like.length; i++) {
      Block block = left.blocks().get(i);
      for (int j = 0; j < like[i].length; j++) {
        Block other = right.blocks().get(j);
        if (block.isTranslatable() || other.isTranslatable()) {
          like[i][j] = isSameText.test(i, j) ? 1 : 0;
        } else if (block.kind() == other.kind()) {
          double share = common(some.get(i), others.get(j));
          like[i][j] = share < LEAST_LIKE ? 0 : share;
        }
      }
    }
    return like;
  }

  private static List<Map<String, Integer>> words(Document document) {
    return document.blocks().stream()
        .map(
            block -> {
              Map<String, Integer> words = new HashMap<>();
              if (!block.isTranslatable()) {
                WORD.matcher(block.range().of(document.text()))
                    .results()
                    .forEach(word -> words.merge(word.group(), 1, Integer::sum));
              }
              return words;
            })
        .toList();
  }

  /** Words in common, counted twice, in all words of the two (Dice). */
  private static double common(Map<String, Integer> some, Map<String, Integer> others) {
    int common = 0;
    for (Map.Entry<String, Integer> word : some.entrySet()) {
      common += Math.min(word.getValue(), others.getOrDefault(word.getKey(), 0));
    }
    int all = size(some) + size(others);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int size(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }
}
