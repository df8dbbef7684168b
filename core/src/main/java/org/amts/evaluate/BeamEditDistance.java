package org.amts.evaluate;

import java.util.Arrays;

/**
 * Edit distance without shifts between a hypothesis and a reference, computed in a band around the
 * diagonal. The band and the preference among edits of equal cost are sacreBLEU's: they decide
 * which words count as wrong, and so which shifts are tried.
 */
final class BeamEditDistance {

  private static final int BEAM_WIDTH = 25;
  private static final int UNREACHED = Integer.MAX_VALUE / 2;

  // Edits that lead to a cell, in order of preference. Insertion and deletion are seen from the
  // hypothesis, which is made into the reference.
  private static final byte KEEP = 0;
  private static final byte REPLACE = 1;
  private static final byte DELETE = 2;
  private static final byte INSERT = 3;

  private final int[] reference;
  private final int hypothesisLength;
  private final double slope;
  private final int beamWidth;

  /** Costs by words of the hypothesis (rows) and of the reference (columns) that are done with. */
  private final int[][] costs;

  private final byte[][] edits;

  BeamEditDistance(int[] hypothesis, int[] reference) {
    this.reference = reference;
    this.hypothesisLength = hypothesis.length;
    this.slope = hypothesis.length == 0 ? 1 : (double) reference.length / hypothesis.length;
    // On a steep diagonal the bands of two rows would not meet.
    this.beamWidth = BEAM_WIDTH < slope / 2 ? (int) Math.ceil(slope / 2 + BEAM_WIDTH) : BEAM_WIDTH;
    this.costs = new int[hypothesis.length + 1][reference.length + 1];
    this.edits = new byte[hypothesis.length + 1][reference.length + 1];
    for (int column = 0; column <= reference.length; column++) {
      costs[0][column] = column;
      edits[0][column] = INSERT;
    }
    for (int row = 1; row <= hypothesis.length; row++) {
      fill(costs[row - 1], costs[row], edits[row], row, hypothesis[row - 1]);
    }
  }

  /** The distance. */
  int distance() {
    return costs[hypothesisLength][reference.length];
  }

  /**
   * The distance of another hypothesis of the same length.
   *
   * @param firstChanged index of the first word in which it may differ; the rows before are shared
   */
  int distanceOf(int[] changed, int firstChanged) {
    int[] previous = costs[firstChanged];
    int[] current = new int[reference.length + 1];
    int[] spare = new int[reference.length + 1];
    byte[] ignored = new byte[reference.length + 1];
    for (int row = firstChanged + 1; row <= hypothesisLength; row++) {
      fill(previous, current, ignored, row, changed[row - 1]);
      int[] filled = current;
      // The first row belongs to the matrix and must not be written over.
      current = row == firstChanged + 1 ? spare : previous;
      previous = filled;
    }
    return previous[reference.length];
  }

  private void fill(int[] previous, int[] current, byte[] currentEdits, int row, int word) {
    int start = bandStart(row);
    int end = bandEnd(row);
    // Only the neighbours of the band are ever read, by this row and the next.
    Arrays.fill(current, Math.max(0, start - 1), Math.max(end, bandEnd(row + 1)), UNREACHED);
    for (int column = start; column < end; column++) {
      int cost = UNREACHED;
      byte edit = KEEP;
      if (column > 0) {
        edit = word == reference[column - 1] ? KEEP : REPLACE;
        cost = previous[column - 1] + edit;
      }
      if (previous[column] + 1 < cost) {
        cost = previous[column] + 1;
        edit = DELETE;
      }
      if (column > 0 && current[column - 1] + 1 < cost) {
        cost = current[column - 1] + 1;
        edit = INSERT;
      }
      current[column] = cost;
      currentEdits[column] = edit;
    }
  }

  private int bandStart(int row) {
    return Math.max(0, (int) Math.floor(row * slope) - beamWidth);
  }

  private int bandEnd(int row) {
    int all = reference.length + 1;
    return row >= hypothesisLength ? all : Math.min(all, (int) Math.floor(row * slope) + beamWidth);
  }

  /** Which words are wrong and which stand for each other, along the cheapest path. */
  WordAlignment alignment() {
    WordAlignment alignment = new WordAlignment(hypothesisLength, reference.length);
    int row = hypothesisLength;
    int column = reference.length;
    while (row > 0 || column > 0) {
      byte edit = edits[row][column];
      if (edit == DELETE) {
        alignment.wrongInHypothesis(--row);
      } else if (edit == INSERT) {
        alignment.wrongInReference(--column, row - 1);
      } else {
        row--;
        column--;
        if (edit == REPLACE) {
          alignment.wrongInHypothesis(row);
          alignment.wrongInReference(column, row);
        } else {
          alignment.right(column, row);
        }
      }
    }
    return alignment;
  }
}
