package org.amts.engine.local.memory;

import java.util.Arrays;

/** Keeps the best of the examples that it is offered: by score, then the latest. */
final class BestMatches {

  private final double lowest;
  private final int[] ids;
  private final double[] scores;
  private int count;

  /**
   * @param limit how many to keep
   * @param lowest the lowest score of interest
   */
  BestMatches(int limit, double lowest) {
    this.lowest = lowest;
    ids = new int[limit];
    scores = new double[limit];
  }

  /** The lowest score that an example must have to be kept. */
  double minimum() {
    return count == scores.length && count > 0 ? Math.max(lowest, scores[count - 1]) : lowest;
  }

  /** Keeps an example if it is good enough. */
  void offer(int id, double score) {
    if (score < lowest || (count == ids.length && !isBetter(id, score, count - 1))) {
      return;
    }
    int place = count < ids.length ? count++ : count - 1;
    while (place > 0 && isBetter(id, score, place - 1)) {
      ids[place] = ids[place - 1];
      scores[place] = scores[place - 1];
      place--;
    }
    ids[place] = id;
    scores[place] = score;
  }

  private boolean isBetter(int id, double score, int place) {
    return place >= 0 && (score > scores[place] || (score == scores[place] && id > ids[place]));
  }

  /** The best first. */
  int[] ids() {
    return Arrays.copyOf(ids, count);
  }

  /** In the order of {@link #ids()}. */
  double[] scores() {
    return Arrays.copyOf(scores, count);
  }
}
