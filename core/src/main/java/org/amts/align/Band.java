package org.amts.align;

import java.util.Arrays;

/**
 * Which cells of the search a path may visit: for each number of source units that are done, the
 * lowest and the highest number of target units. Both bounds never fall; the first row begins at 0
 * and the last one ends at the number of target units.
 */
final class Band {

  /** Up to so many cells are all looked at: 2,000 by 2,000 sentences. */
  private static final long CHEAP = 4_000_000;

  /** Half the width of the stripe, in units. */
  private static final int STRIPE = 400;

  private final int[] low;
  private final int[] high;

  private Band(int[] low, int[] high) {
    this.low = low;
    this.high = high;
  }

  int low(int row) {
    return low[row];
  }

  int high(int row) {
    return high[row];
  }

  boolean contains(int row, int column) {
    return row >= 0 && column >= low[row] && column <= high[row];
  }

  int rows() {
    return low.length;
  }

  /**
   * All cells where that is cheap, else a wide stripe that follows the anchors.
   *
   * @param vocabulary number of different tokens
   */
  static Band around(Units source, Units target, int vocabulary) {
    int sourceSize = source.size();
    int targetSize = target.size();
    int[] low = new int[sourceSize + 1];
    int[] high = new int[sourceSize + 1];
    if ((long) sourceSize * targetSize <= CHEAP) {
      Arrays.fill(high, targetSize);
      return closed(low, high, targetSize);
    }
    Anchors anchors = Anchors.of(source, target, vocabulary);
    for (int row = 0; row <= sourceSize; row++) {
      int centre = anchors.expected(row, sourceSize, targetSize);
      low[row] = centre - STRIPE;
      high[row] = centre + STRIPE;
    }
    return closed(low, high, targetSize);
  }

  /**
   * The cells near a path.
   *
   * @param partner for each source unit its target unit, or -1; ascending
   * @param targetSize number of target units
   * @param margin how far from the path a cell may lie
   */
  static Band along(int[] partner, int targetSize, int margin) {
    int sourceSize = partner.length;
    int[] low = new int[sourceSize + 1];
    int[] high = new int[sourceSize + 1];
    // Between two matched units every cell may be visited, up to a width that keeps the cost down.
    int previousRow = 0;
    int previousColumn = 0;
    for (int unit = 0; unit <= sourceSize; unit++) {
      if (unit < sourceSize && partner[unit] < 0) {
        continue;
      }
      int column = unit < sourceSize ? partner[unit] : targetSize;
      for (int row = previousRow; row <= unit; row++) {
        int rows = unit - previousRow;
        int centre =
            rows == 0
                ? column
                : previousColumn
                    + (int) ((long) (column - previousColumn) * (row - previousRow) / rows);
        int reach = reach(rows, column - previousColumn) + margin;
        int from = Math.max(previousColumn - margin, centre - reach);
        int to = Math.min(column + margin, centre + reach);
        low[row] = row == previousRow && row > 0 ? Math.min(low[row], from) : from;
        high[row] = row == previousRow && row > 0 ? Math.max(high[row], to) : to;
      }
      previousRow = unit + 1;
      previousColumn = column + 1;
      if (unit < sourceSize) {
        low[unit + 1] = column + 1 - margin;
        high[unit + 1] = column + 1 + margin;
      }
    }
    return closed(low, high, targetSize);
  }

  /** How far from the straight line between two matched units a cell may lie. */
  private static int reach(int rows, int columns) {
    return (long) rows * columns <= 20_000 ? columns : 60;
  }

  /** Clips the bounds, makes them ascend and overlap, and opens both corners. */
  private static Band closed(int[] low, int[] high, int targetSize) {
    int rows = low.length;
    low[0] = 0;
    high[rows - 1] = targetSize;
    for (int row = rows - 1; row >= 0; row--) {
      low[row] = Math.max(0, Math.min(low[row], targetSize));
      if (row < rows - 1) {
        low[row] = Math.min(low[row], low[row + 1]);
      }
    }
    for (int row = 0; row < rows; row++) {
      high[row] = Math.max(low[row], Math.min(high[row], targetSize));
      if (row > 0) {
        high[row] = Math.max(high[row], high[row - 1]);
      }
    }
    // A path that may have to leave row r at its highest column must find it in row r + 1.
    for (int row = 1; row < rows; row++) {
      low[row] = Math.min(low[row], high[row - 1]);
    }
    return new Band(low, high);
  }
}
