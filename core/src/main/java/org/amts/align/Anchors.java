package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Places where two texts certainly meet: a token that stands in one unit of either side and nowhere
 * else, such as a line of code, a label, a formula or a name. They lead the search through texts
 * that are too long to compare every sentence with every other.
 */
final class Anchors {

  /** How many anchors before and after one are asked whether they agree. */
  private static final int NEIGHBOURS = 3;

  /** How far an anchor may lie from where its neighbours expect it, in units. */
  private static final int TOLERANCE = 20;

  private final int[] source;
  private final int[] target;

  private Anchors(List<int[]> pairs) {
    source = pairs.stream().mapToInt(pair -> pair[0]).toArray();
    target = pairs.stream().mapToInt(pair -> pair[1]).toArray();
  }

  /** Finds the anchors of two texts: ascending on both sides, and confirmed by their neighbours. */
  static Anchors of(Units source, Units target, int vocabulary) {
    int[] sourceUnit = onlyUnit(source, vocabulary);
    int[] targetUnit = onlyUnit(target, vocabulary);
    List<int[]> pairs = new ArrayList<>();
    for (int unit = 0; unit < source.size(); unit++) {
      for (int place = source.tokenStart(unit); place < source.tokenStart(unit + 1); place++) {
        int token = source.token(place);
        if (sourceUnit[token] == unit && targetUnit[token] >= 0) {
          pairs.add(new int[] {unit, targetUnit[token]});
        }
      }
    }
    return new Anchors(confirmed(longestAscending(pairs)));
  }

  /**
   * Where a source unit is expected on the target side: on the straight line between the anchors
   * around it.
   */
  int expected(int sourceUnit, int sourceSize, int targetSize) {
    int next = Arrays.binarySearch(source, sourceUnit);
    if (next >= 0) {
      return target[next];
    }
    next = -next - 1;
    int fromSource = next == 0 ? 0 : source[next - 1];
    int fromTarget = next == 0 ? 0 : target[next - 1];
    int toSource = next == source.length ? sourceSize : source[next];
    int toTarget = next == source.length ? targetSize : target[next];
    if (toSource == fromSource) {
      return toTarget;
    }
    double share = (double) (sourceUnit - fromSource) / (toSource - fromSource);
    return fromTarget + (int) (share * (toTarget - fromTarget));
  }

  /** Number of anchors. */
  int size() {
    return source.length;
  }

  /** For each token the only unit that has it; -1 if there is none, -2 if there are more. */
  private static int[] onlyUnit(Units side, int vocabulary) {
    int[] only = new int[vocabulary];
    Arrays.fill(only, -1);
    for (int unit = 0; unit < side.size(); unit++) {
      for (int place = side.tokenStart(unit); place < side.tokenStart(unit + 1); place++) {
        int token = side.token(place);
        only[token] = only[token] == -1 ? unit : -2;
      }
    }
    return only;
  }

  /** The longest chain that strictly ascends on both sides, by patience sorting. */
  private static List<int[]> longestAscending(List<int[]> pairs) {
    // Of pairs with the same source unit only one may be chosen: the later target comes first.
    pairs.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(b[1], a[1]));
    int[] pileTop = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int piles = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(pileTop[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : pileTop[low - 1];
      pileTop[low] = i;
      piles = Math.max(piles, low + 1);
    }
    List<int[]> chain = new ArrayList<>();
    for (int i = piles == 0 ? -1 : pileTop[piles - 1]; i >= 0; i = previous[i]) {
      chain.add(pairs.get(i));
    }
    Collections.reverse(chain);
    return chain;
  }

  /** Drops the pairs that no neighbour confirms: a section that moved, or a word used by chance. */
  private static List<int[]> confirmed(List<int[]> chain) {
    List<int[]> confirmed = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      int offset = chain.get(i)[1] - chain.get(i)[0];
      boolean agrees = false;
      for (int j = Math.max(0, i - NEIGHBOURS);
          j <= Math.min(chain.size() - 1, i + NEIGHBOURS);
          j++) {
        int other = chain.get(j)[1] - chain.get(j)[0];
        agrees |= j != i && Math.abs(other - offset) <= TOLERANCE;
      }
      if (agrees) {
        confirmed.add(chain.get(i));
      }
    }
    return confirmed;
  }
}
