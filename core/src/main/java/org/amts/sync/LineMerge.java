package org.amts.sync;

import java.util.Arrays;
import java.util.List;

/**
 * A three-way merge of lines (Khanna, Kunal and Pierce 2007, <i>A Formal Investigation of
 * Diff3</i>).
 */
final class LineMerge {

  private final List<String> old;
  private final List<String> own;
  private final List<String> now;

  private LineMerge(String old, String own, String now) {
    this.old = lines(old);
    this.own = lines(own);
    this.now = lines(now);
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
  }

  /**
   * Brings a change of a text into another version of it. Lines that both have changed, and those
   * beside them, are the changed text's.
   *
   * @param old the text as it was
   * @param own the other version
   * @param now the text as it is
   */
  static String merge(String old, String own, String now) {
    return new LineMerge(old, own, now).merged();
  }

  private String merged() {
    int[] inOwn = places(own);
    int[] inNow = places(now);
    StringBuilder out = new StringBuilder();
    int fromOld = 0;
    int fromOwn = 0;
    int fromNow = 0;
    for (int line = 0; line <= old.size(); line++) {
      boolean isEnd = line == old.size();
      if (isEnd || (inOwn[line] >= 0 && inNow[line] >= 0)) {
        int toOwn = isEnd ? own.size() : inOwn[line];
        int toNow = isEnd ? now.size() : inNow[line];
        List<String> before = old.subList(fromOld, line);
        List<String> changed = now.subList(fromNow, toNow);
        (changed.equals(before) ? own.subList(fromOwn, toOwn) : changed).forEach(out::append);
        if (!isEnd) {
          out.append(old.get(line));
        }
        fromOld = line + 1;
        fromOwn = toOwn + 1;
        fromNow = toNow + 1;
      }
    }
    return out.toString();
  }

  /** For each old line its place in another version, or -1. */
  private int[] places(List<String> version) {
    int[] places = new int[old.size()];
    Arrays.fill(places, -1);
    int[] match = InOrder.match(old, version);
    for (int i = 0; i < match.length; i++) {
      if (match[i] >= 0) {
        places[match[i]] = i;
      }
    }
    return places;
  }
}
