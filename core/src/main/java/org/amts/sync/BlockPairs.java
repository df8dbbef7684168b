package org.amts.sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
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

  /** Two equal blocks count for more than two pairs that are only alike. */
  private static final double SAME = 2;

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
    int[] partner = new int[left.blocks().size()];
    int[] back = new int[right.blocks().size()];
    Arrays.fill(partner, NONE);
    Arrays.fill(back, NONE);
    Search search =
        new Search(left.blocks(), right.blocks(), texts(left), texts(right), isSameText);
    // What they have in common at the beginning needs no table.
    int start = 0;
    while (start < Math.min(partner.length, back.length) && search.isSame(start, start)) {
      partner[start] = start;
      back[start] = start++;
    }
    // Not at the end: a tab that one of them has last ends like the last one of the other.
    if ((long) (partner.length - start) * (back.length - start) <= MOST_PAIRS) {
      search.pair(start, partner, back);
    }
    return new BlockPairs(partner, back);
  }

  /** The characters of blocks without words. */
  private static List<String> texts(Document document) {
    return document.blocks().stream()
        .map(block -> block.isTranslatable() ? "" : block.range().of(document.text()))
        .toList();
  }

  /** The place of a left block's partner, or {@link #NONE}. */
  int rightOf(int block) {
    return right[block];
  }

  /** The place of a right block's partner, or {@link #NONE}. */
  int leftOf(int block) {
    return left[block];
  }

  /** A search for the pairs of two documents. */
  private record Search(
      List<Block> left,
      List<Block> right,
      List<String> leftTexts,
      List<String> rightTexts,
      BiPredicate<Integer, Integer> isSameText) {

    /** Whether two blocks are equal or say the same. */
    boolean isSame(int i, int j) {
      Block block = left.get(i);
      Block other = right.get(j);
      return block.isTranslatable() || other.isTranslatable()
          ? isSameText.test(i, j)
          : block.kind() == other.kind() && leftTexts.get(i).equals(rightTexts.get(j));
    }

    /** Pairs the blocks from a place on. */
    void pair(int start, int[] partner, int[] back) {
      int rows = partner.length - start;
      int columns = back.length - start;
      double[][] like = likeness(start);
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
          back[start + j] = start + i;
          partner[start + i++] = start + j++;
        } else if (best[i][j] == best[i + 1][j]) {
          i++;
        } else {
          j++;
        }
      }
    }

    /** {@link #SAME} for blocks that are the same, 0 for those that have too little in common. */
    private double[][] likeness(int start) {
      List<Words> some = leftTexts.stream().skip(start).map(Words::of).toList();
      List<Words> others = rightTexts.stream().skip(start).map(Words::of).toList();
      double[][] like = new double[some.size()][others.size()];
      for (int i = 0; i < like.length; i++) {
        Block block = left.get(start + i);
        for (int j = 0; j < like[i].length; j++) {
          Block other = right.get(start + j);
          if (isSame(start + i, start + j)) {
            like[i][j] = SAME;
          } else if (block.kind() == other.kind()
              && !block.isTranslatable()
              && !other.isTranslatable()) {
            like[i][j] = some.get(i).like(others.get(j));
          }
        }
      }
      return like;
    }
  }

  /**
   * The words of a block.
   *
   * @param counts how often each occurs
   * @param size how many there are
   */
  private record Words(Map<String, Integer> counts, int size) {

    static Words of(String text) {
      Map<String, Integer> counts = new HashMap<>();
      Matcher matcher = WORD.matcher(text);
      int size = 0;
      while (matcher.find()) {
        counts.merge(matcher.group(), 1, Integer::sum);
        size++;
      }
      return new Words(counts, size);
    }

    /** Words in common, counted twice, in all words of the two (Dice); 0 if it is too little. */
    double like(Words other) {
      int all = size + other.size;
      if (all == 0 || 2.0 * Math.min(size, other.size) < LEAST_LIKE * all) {
        return 0;
      }
      int common = 0;
      for (Map.Entry<String, Integer> word : counts.entrySet()) {
        common += Math.min(word.getValue(), other.counts.getOrDefault(word.getKey(), 0));
      }
      return 2.0 * common < LEAST_LIKE * all ? 0 : 2.0 * common / all;
    }
  }
}
