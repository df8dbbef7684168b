package org.amts.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the n-grams that a hypothesis shares with references, words and characters alike.
 *
 * <p>An n-gram is known by a number: that of the (n-1)-gram at its place, joined with its last
 * symbol. So no n-gram is ever copied or hashed as a whole, and the time is linear in the length
 * and in the order.
 */
final class NGrams {

  private NGrams() {}

  /** How many n-grams a sequence has. */
  static int count(int length, int order) {
    return Math.max(0, length - order + 1);
  }

  /**
   * For each order from 1, how many n-grams of the hypothesis are in the references, each as often
   * at most as in the reference that has it most often ("clipped").
   *
   * @param hypothesis symbols, each a number from 0
   * @param references symbols of the references
   * @param maximumOrder the longest n-grams to count
   * @return matches of order {@code n} at index {@code n - 1}
   */
  static int[] matches(int[] hypothesis, List<int[]> references, int maximumOrder) {
    int[] matches = new int[maximumOrder];
    int[] hypothesisGrams = new int[hypothesis.length];
    List<int[]> referenceGrams = new ArrayList<>(references.size());
    int symbols = hypothesis.length;
    for (int[] reference : references) {
      referenceGrams.add(new int[reference.length]);
      symbols += reference.length;
    }
    for (int order = 1; order <= maximumOrder && order <= hypothesis.length; order++) {
      Numbering numbering = new Numbering(symbols);
      int[] allowed = new int[symbols];
      for (int r = 0; r < references.size(); r++) {
        int[] seen = new int[symbols];
        int[] grams = referenceGrams.get(r);
        int count = extend(grams, references.get(r), order, numbering);
        for (int i = 0; i < count; i++) {
          allowed[grams[i]] = Math.max(allowed[grams[i]], ++seen[grams[i]]);
        }
      }
      int count = extend(hypothesisGrams, hypothesis, order, numbering);
      for (int i = 0; i < count; i++) {
        if (allowed[hypothesisGrams[i]]-- > 0) {
          matches[order - 1]++;
        }
      }
    }
    return matches;
  }

  /** Turns the numbers of the (n-1)-grams into those of the n-grams; returns how many there are. */
  private static int extend(int[] grams, int[] symbols, int order, Numbering numbering) {
    int count = count(symbols.length, order);
    for (int i = 0; i < count; i++) {
      grams[i] = numbering.of((long) grams[i] << Integer.SIZE | symbols[i + order - 1]);
    }
    return count;
  }

  /** Numbers keys from 0 in the order in which they come: a hash table with open addressing. */
  private static final class Numbering {

    private static final long EMPTY = -1; // keys are not negative

    private final long[] keys;
    private final int[] numbers;
    private int size;

    Numbering(int capacity) {
      int length = Math.max(4, Integer.highestOneBit(capacity) * 4);
      keys = new long[length];
      Arrays.fill(keys, EMPTY);
      numbers = new int[length];
    }

    int of(long key) {
      int mask = keys.length - 1;
      long mixed = key * 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio spreads near keys
      int slot = (int) (mixed >>> Integer.SIZE) & mask;
      while (keys[slot] != EMPTY) {
        if (keys[slot] == key) {
          return numbers[slot];
        }
        slot = slot + 1 & mask;
      }
      keys[slot] = key;
      numbers[slot] = size;
      return size++;
    }
  }
}
