package org.amts.sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A longest common subsequence of two lists, found as Bram Cohen's patience diff does: elements
 * that are unique on both sides divide the lists, and only what lies between them is compared in
 * full. What is too long to be compared in full stays unmatched.
 */
final class InOrder {

  /** 16 MB of table. */
  private static final long LARGEST_TABLE = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final int[] match;

  private InOrder(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.match = new int[after.size()];
    Arrays.fill(match, -1);
  }

  /** For each element of {@code after}, the place of its equal in {@code before}, or -1. */
  static int[] match(List<String> before, List<String> after) {
    InOrder search = new InOrder(before, after);
    search.compare(0, before.size(), 0, after.size());
    return search.match;
  }

  private void compare(int fromBefore, int toBefore, int fromAfter, int toAfter) {
    int b0 = fromBefore;
    int a0 = fromAfter;
    int b1 = toBefore;
    int a1 = toAfter;
    while (b0 < b1 && a0 < a1 && before.get(b0).equals(after.get(a0))) {
      match[a0++] = b0++;
    }
    while (b0 < b1 && a0 < a1 && before.get(b1 - 1).equals(after.get(a1 - 1))) {
      match[--a1] = --b1;
    }
    if (b0 == b1 || a0 == a1) {
      return;
    }
    int[] anchors = anchors(b0, b1, a0, a1);
    if (anchors.length == 0) {
      table(b0, b1, a0, a1);
      return;
    }
    int lastBefore = b0;
    int lastAfter = a0;
    for (int a : anchors) {
      int b = match[a];
      compare(lastBefore, b, lastAfter, a);
      lastBefore = b + 1;
      lastAfter = a + 1;
    }
    compare(lastBefore, b1, lastAfter, a1);
  }

  /** Matches the longest row of elements that are unique on both sides; places in {@code after}. */
  private int[] anchors(int b0, int b1, int a0, int a1) {
    Map<String, Integer> uniqueBefore = unique(before, b0, b1);
    Map<String, Integer> uniqueAfter = unique(after, a0, a1);
    int[] places = new int[a1 - a0];
    int[] partners = new int[a1 - a0];
    int count = 0;
    for (int a = a0; a < a1; a++) {
      Integer b = uniqueBefore.get(after.get(a));
      if (b != null && b >= 0 && uniqueAfter.get(after.get(a)) == a) {
        places[count] = a;
        partners[count++] = b;
      }
    }
    // Longest increasing subsequence of the partners.
    int[] tails = new int[count];
    int[] previous = new int[count];
    int length = 0;
    for (int i = 0; i < count; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (partners[tails[middle]] < partners[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    int[] anchors = new int[length];
    for (int i = length == 0 ? -1 : tails[length - 1], k = length - 1; i >= 0; i = previous[i]) {
      match[places[i]] = partners[i];
      anchors[k--] = places[i];
    }
    return anchors;
  }

  /** Places of elements; -1 for those that occur more than once. */
  private static Map<String, Integer> unique(List<String> list, int from, int to) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(list.get(i), i, (first, second) -> -1);
    }
    return places;
  }

  private void table(int b0, int b1, int a0, int a1) {
    int rows = b1 - b0;
    int columns = a1 - a0;
    if ((long) rows * columns > LARGEST_TABLE) {
      return;
    }
    int[][] longest = new int[rows + 1][columns + 1];
    for (int b = rows - 1; b >= 0; b--) {
      for (int a = columns - 1; a >= 0; a--) {
        longest[b][a] =
            before.get(b0 + b).equals(after.get(a0 + a))
                ? longest[b + 1][a + 1] + 1
                : Math.max(longest[b + 1][a], longest[b][a + 1]);
      }
    }
    for (int b = 0, a = 0; b < rows && a < columns; ) {
      if (before.get(b0 + b).equals(after.get(a0 + a))) {
        match[a0 + a++] = b0 + b++;
      } else if (longest[b + 1][a] >= longest[b][a + 1]) {
        b++;
      } else {
        a++;
      }
    }
  }
}
