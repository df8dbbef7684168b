package org.amts.engine.local.memory;

import java.util.Arrays;
import org.amts.segment.FuzzyText;

/**
 * What tokens the sources have, in 128 bits each: a Bloom filter (1970) with one bit a token. Two
 * of them tell in a nanosecond about how similar two texts can be, where reading and comparing the
 * texts takes a thousand times as long. Grows; written by one thread, what is written never
 * changes.
 */
final class Signatures {

  private long[] words = new long[2048];
  private byte[] counts = new byte[1024];
  private int size;

  /** A text's signature. */
  record Signature(long low, long high) {

    static Signature of(FuzzyText text) {
      long low = 0;
      long high = 0;
      for (int i = 0; i < text.length(); i++) {
        long token = text.token(i);
        if ((token & 64) == 0) {
          low |= 1L << token; // the lowest six bits
        } else {
          high |= 1L << token;
        }
      }
      return new Signature(low, high);
    }

    /** How many bits there are: about as many as the text has different tokens. */
    int count() {
      return Long.bitCount(low) + Long.bitCount(high);
    }

    /** How similar a text with another signature seems, 0..1. */
    double similarity(long otherLow, long otherHigh) {
      int shared = Long.bitCount(low & otherLow) + Long.bitCount(high & otherHigh);
      int longer =
          Math.max(
              Long.bitCount(low) + Long.bitCount(high),
              Long.bitCount(otherLow) + Long.bitCount(otherHigh));
      return longer == 0 ? 1 : (double) shared / longer;
    }
  }

  /** Adds the signature of the next example. */
  void add(long low, long high) {
    if (2 * size == words.length) {
      words = Arrays.copyOf(words, words.length * 2);
      counts = Arrays.copyOf(counts, counts.length * 2);
    }
    counts[size] = (byte) (Long.bitCount(low) + Long.bitCount(high));
    words[2 * size] = low;
    words[2 * size + 1] = high;
    size++;
  }

  /** How many bits each example has, as unsigned bytes. */
  byte[] counts() {
    return counts;
  }

  /** Two words for each example; those that are there now stay as they are. */
  long[] words() {
    return words;
  }
}
