package org.amts.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fewest edits that a greedy search finds from a hypothesis to a reference: insertions,
 * deletions and replacements of words, and shifts of blocks of words. Finding the true minimum is
 * intractable, so the score depends on how the search goes; this one goes as sacreBLEU's, which
 * follows Tercom. All limits and all ways of breaking ties are theirs.
 */
final class ShiftEdits {

  private static final int LONGEST_BLOCK = 10;
  private static final int LONGEST_DISTANCE = 50;
  private static final int MOST_CANDIDATES = 1000;

  private final int[] reference;
  private int[] hypothesis;
  private int shifts;
  private int candidates;

  private ShiftEdits(int[] hypothesis, int[] reference) {
    this.hypothesis = hypothesis;
    this.reference = reference;
  }

  /**
   * Counts the edits.
   *
   * @param hypothesis its words as numbers
   * @param reference its words as numbers
   */
  static int count(int[] hypothesis, int[] reference) {
    if (Arrays.equals(hypothesis, reference)) {
      return 0;
    }
    if (reference.length == 0) {
      return hypothesis.length;
    }
    return new ShiftEdits(hypothesis, reference).search();
  }

  private int search() {
    BeamEditDistance distance = new BeamEditDistance(hypothesis, reference);
    while (true) {
      Shift best = bestShift(distance);
      // Out of patience: the best shift of this round is not made.
      if (candidates >= MOST_CANDIDATES || best == null || best.gain <= 0) {
        return shifts + distance.distance();
      }
      hypothesis = best.applied(hypothesis);
      distance = new BeamEditDistance(hypothesis, reference);
      shifts++;
    }
  }

  /** The shift after which the edit distance is least; null if there is none to try. */
  private @Nullable Shift bestShift(BeamEditDistance distance) {
    WordAlignment alignment = distance.alignment();
    Shift best = null;
    for (int start = 0; start < hypothesis.length; start++) {
      int from = Math.max(0, start - LONGEST_DISTANCE);
      int to = Math.min(reference.length - 1, start + LONGEST_DISTANCE);
      for (int place = from; place <= to; place++) {
        int longest = commonLength(start, place);
        for (int length = 1; length <= longest; length++) {
          if (!alignment.isWorthShifting(start, place, length)) {
            continue;
          }
          best = better(best, start, place, length, distance, alignment);
          if (candidates >= MOST_CANDIDATES) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /** Tries every target that would bring a block to its place in the reference. */
  private @Nullable Shift better(
      @Nullable Shift soFar,
      int start,
      int place,
      int length,
      BeamEditDistance distance,
      WordAlignment alignment) {
    Shift best = soFar;
    int tried = -1;
    for (int at = place - 1; at < place + length; at++) {
      int target = at < 0 ? 0 : alignment.inHypothesis(at) + 1;
      if (target == tried) {
        continue;
      }
      tried = target;
      candidates++;
      Shift untested = new Shift(start, length, target, 0);
      int[] shifted = untested.applied(hypothesis);
      Shift shift =
          new Shift(
              start,
              length,
              target,
              distance.distance() - distance.distanceOf(shifted, untested.firstChanged()));
      if (best == null || shift.isBetterThan(best)) {
        best = shift;
      }
    }
    return best;
  }

  private int commonLength(int start, int place) {
    int most =
        Math.min(LONGEST_BLOCK, Math.min(hypothesis.length - start, reference.length - place));
    int length = 0;
    while (length < most && hypothesis[start + length] == reference[place + length]) {
      length++;
    }
    return length;
  }

  /**
   * A block of the hypothesis and where it goes.
   *
   * @param start index of its first word
   * @param length how many words
   * @param target index of the word of the hypothesis before which it is put
   * @param gain by how much the edit distance falls
   */
  private record Shift(int start, int length, int target, int gain) {

    boolean isBetterThan(Shift other) {
      if (gain != other.gain) {
        return gain > other.gain;
      }
      if (length != other.length) {
        return length > other.length;
      }
      return start != other.start ? start < other.start : target < other.target;
    }

    int firstChanged() {
      return Math.min(start, target);
    }

    int[] applied(int[] words) {
      int[] shifted = new int[words.length];
      // Behind the block, the target moves up when the block is taken out. A target within the
      // block counts the words behind it instead, as many as there are.
      int landing =
          target > start + length ? target - length : Math.min(target, words.length - length);
      int kept = 0;
      for (int i = 0; i < shifted.length; i++) {
        if (i >= landing && i < landing + length) {
          shifted[i] = words[start + i - landing];
        } else {
          kept = kept == start ? kept + length : kept;
          shifted[i] = words[kept++];
        }
      }
      return shifted;
    }
  }
}
