package org.amts.evaluate;

/**
 * The random numbers of the resampling tests: SplitMix64 (Steele, Lea and Flood, 2014), written out
 * here so that a seed gives the same intervals on every platform and in every version of Java.
 * sacreBLEU draws other numbers from the same seed, so its intervals differ in the last digits.
 */
final class RandomSamples {

  private long state;

  RandomSamples(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** As many indices below {@code size} as there are, each drawn from all of them. */
  int[] withReplacement(int size) {
    int[] sample = new int[size];
    for (int i = 0; i < size; i++) {
      sample[i] = (int) ((next() >>> Integer.SIZE) * size >>> Integer.SIZE);
    }
    return sample;
  }

  /** As many tosses of a fair coin as {@code size} says. */
  boolean[] coins(int size) {
    boolean[] coins = new boolean[size];
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits = i % Long.SIZE == 0 ? next() : bits >>> 1;
      coins[i] = (bits & 1) == 1;
    }
    return coins;
  }
}
