package org.amts.engine.local.memory;

import java.util.Arrays;

/**
 * Chooses the examples with the largest keys, by counting how many have each key. Can be used again
 * and again.
 */
final class BestKeys {

  /** Keys are from 0 to this. */
  static final int LARGEST = 4095;

  private int[] ids = new int[1024];
  private short[] keys = new short[1024];
  private final int[] frequency = new int[LARGEST + 1];
  private int count;

  /** Forgets what was offered. */
  void clear() {
    Arrays.fill(frequency, 0);
    count = 0;
  }

  void offer(int id, int key) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
      keys = Arrays.copyOf(keys, count * 2);
    }
    ids[count] = id;
    keys[count++] = (short) key;
    frequency[key]++;
  }

  /** The best, in no order; of those that are equally good the ones that were offered last. */
  int[] best(int wanted) {
    int lowest = LARGEST;
    int better = frequency[lowest];
    while (better < wanted && lowest > 0) {
      better += frequency[--lowest];
    }
    int[] best = new int[Math.min(wanted, count)];
    int equals = best.length - (better - frequency[lowest]);
    int found = 0;
    for (int i = count - 1; i >= 0 && found < best.length; i--) {
      if (keys[i] > lowest || (keys[i] == lowest && equals-- > 0)) {
        best[found++] = ids[i];
      }
    }
    return best;
  }
}
