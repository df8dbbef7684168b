package org.amts.engine.local.memory;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Knows which examples a later one replaces: one with the same source between the same neighbours.
 * Sources are told apart by 64-bit hashes. Grows; for one thread.
 */
final class Replacements {

  private static final long NO_NEIGHBOUR = 0x9e3779b97f4a7c15L;

  private final BitSet replaced = new BitSet();

  /** Open addressing; a place with {@code ids} -1 is empty. */
  private long[] keys = new long[1024];

  private int[] ids = emptyIds(1024);
  private int used;

  private long before = NO_NEIGHBOUR;
  private long last;
  private int count;

  /**
   * Takes the next example in.
   *
   * @param source hash of its source
   * @param begins whether it is the first of a sequence, so that the one before is no neighbour
   */
  void add(long source, boolean begins) {
    if (count > 0) {
      settleLast(begins ? NO_NEIGHBOUR : source);
    }
    before = begins || count == 0 ? NO_NEIGHBOUR : last;
    last = source;
    count++;
  }

  /** Which examples are replaced, as far as sequences have ended. A copy. */
  BitSet replaced() {
    return (BitSet) replaced.clone();
  }

  /** Tells that the example that was added last is the last of its sequence. */
  void end() {
    if (count > 0) {
      settleLast(NO_NEIGHBOUR);
    }
  }

  private void settleLast(long after) {
    int id = count - 1;
    long key = mix(mix(mix(last) + before) + after);
    if (2 * used >= keys.length) {
      grow();
    }
    int place = place(key);
    if (ids[place] < 0) {
      keys[place] = key;
      used++;
    } else if (ids[place] != id) {
      replaced.set(ids[place]);
    }
    ids[place] = id;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (ids[place] >= 0 && keys[place] != key) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIds = ids;
    keys = new long[oldKeys.length * 2];
    ids = emptyIds(keys.length);
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] >= 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        ids[place] = oldIds[i];
      }
    }
  }

  private static int[] emptyIds(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, -1);
    return empty;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
