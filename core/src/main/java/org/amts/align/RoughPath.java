package org.amts.align;

import java.util.Arrays;

/**
 * The first pass: the best alignment by beads of at most three sentences out of all cells of a wide
 * band. The words of a bead of three are estimated from its two cells, so that each cell is looked
 * at once, where the search over beads looks many times.
 */
final class RoughPath {

  /** Moves of the path: how many source and target units each takes. */
  private static final int[][] MOVES = {{0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 1}};

  private final Units source;
  private final Units target;
  private final BeadEvidence evidence;
  private final Structure structure;
  private final Band band;
  private final int[] offset;

  /** How well the target words of a cell are explained by its source words. */
  private final float[] toTarget;

  /** How well the source words of a cell are explained by its target words. */
  private final float[] toSource;

  private RoughPath(Units source, Units target, BeadEvidence evidence) {
    this.source = source;
    this.target = target;
    this.evidence = evidence;
    structure = new Structure(source, target);
    band = Band.around(source, target, evidence.lexicon().toTarget().wordCount());
    offset = new int[band.rows() + 1];
    for (int row = 0; row < band.rows(); row++) {
      offset[row + 1] = offset[row] + band.high(row) - band.low(row) + 1;
    }
    toTarget = new float[offset[band.rows()]];
    toSource = new float[offset[band.rows()]];
  }

  /**
   * The first partner of each source unit, or -1; ascending.
   *
   * @param evidence what is known of words and lengths
   */
  static int[] find(Units source, Units target, BeadEvidence evidence) {
    RoughPath path = new RoughPath(source, target, evidence);
    path.explain(evidence.lexicon().toTarget(), source, target, false);
    path.explain(evidence.lexicon().toSource(), target, source, true);
    return path.trace(path.bestMoves());
  }

  /**
   * Fills one of the matrices; cell (row, column) is source unit row - 1, target unit column - 1.
   */
  private void explain(Lexicon.Direction direction, Units given, Units explained, boolean turned) {
    float[] sums = new float[direction.wordCount()];
    Explanation.LogProduct product = new Explanation.LogProduct();
    int firstRow = 1;
    for (int g = 0; g < given.size(); g++) {
      double unlinked = 0;
      for (int place = given.tokenStart(g); place < given.tokenStart(g + 1); place++) {
        direction.addAssociations(given.token(place), sums);
        unlinked += direction.unlinked(given.token(place));
      }
      int words = given.tokenCount(g);
      double base = Explanation.base(words, unlinked);
      int from;
      int to;
      if (turned) {
        while (firstRow < band.rows() && band.high(firstRow) < g + 1) {
          firstRow++;
        }
        from = firstRow - 1;
        to = from;
        while (to + 1 < band.rows() && band.low(to + 1) <= g + 1) {
          to++;
        }
      } else {
        from = Math.max(0, band.low(g + 1) - 1);
        to = band.high(g + 1);
      }
      for (int e = from; e < to; e++) {
        product.reset();
        for (int place = explained.tokenStart(e); place < explained.tokenStart(e + 1); place++) {
          product.multiply(Explanation.ratio(base, words, sums[explained.token(place)]));
        }
        float score = (float) (BeadEvidence.WORD_WEIGHT * product.value());
        if (turned) {
          toSource[cell(e + 1, g + 1)] = score;
        } else {
          toTarget[cell(g + 1, e + 1)] = score;
        }
      }
      for (int place = given.tokenStart(g); place < given.tokenStart(g + 1); place++) {
        direction.clear(given.token(place), sums);
      }
    }
  }

  private byte[] bestMoves() {
    byte[] move = new byte[toTarget.length];
    float[] best = new float[toTarget.length];
    for (int row = 0; row < band.rows(); row++) {
      for (int column = band.low(row); column <= band.high(row); column++) {
        int cell = cell(row, column);
        best[cell] = row == 0 && column == 0 ? 0 : Float.NEGATIVE_INFINITY;
        for (byte i = 0; i < MOVES.length; i++) {
          int m = MOVES[i][0];
          int n = MOVES[i][1];
          if (band.contains(row - m, column - n)) {
            float score = best[cell(row - m, column - n)] + score(row, column, m, n);
            if (score > best[cell]) {
              best[cell] = score;
              move[cell] = i;
            }
          }
        }
      }
    }
    return move;
  }

  private float score(int row, int column, int m, int n) {
    if (m == 0) {
      return BeadPrior.unpaired(target.isMarker(column - 1));
    }
    if (n == 0) {
      return BeadPrior.unpaired(source.isMarker(row - 1));
    }
    double score = structure.score(row - m, row, column - n, column);
    if (score == Structure.IMPOSSIBLE) {
      return Float.NEGATIVE_INFINITY;
    }
    int cell = cell(row, column);
    float there = toTarget[cell];
    float back = toSource[cell];
    if (n == 2) {
      there += wordsAt(toTarget, row, column - 1);
      back = Math.max(back, wordsAt(toSource, row, column - 1));
    } else if (m == 2) {
      there = Math.max(there, wordsAt(toTarget, row - 1, column));
      back += wordsAt(toSource, row - 1, column);
    }
    score += there + back + BeadPrior.score(m, n);
    if (!source.isMarker(row - 1)) {
      double sourceLength = source.length(row - 1) + (m == 2 ? source.length(row - 2) : 0);
      double targetLength = target.length(column - 1) + (n == 2 ? target.length(column - 2) : 0);
      score += evidence.lengthScore(sourceLength, targetLength, n);
    }
    return (float) score;
  }

  private float wordsAt(float[] matrix, int row, int column) {
    return band.contains(row, column) ? matrix[cell(row, column)] : 0;
  }

  private int[] trace(byte[] move) {
    int[] partner = new int[source.size()];
    Arrays.fill(partner, -1);
    int row = source.size();
    int column = target.size();
    while (row > 0 || column > 0) {
      int[] taken = MOVES[move[cell(row, column)]];
      row -= taken[0];
      column -= taken[1];
      if (taken[0] > 0 && taken[1] > 0) {
        partner[row] = column;
      }
    }
    return partner;
  }

  private int cell(int row, int column) {
    return offset[row] + column - band.low(row);
  }
}
