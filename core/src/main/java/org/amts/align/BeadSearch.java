package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The second pass: a dynamic programme over beads of up to {@code largest} sentences inside a band.
 * The score of an alignment is the sum over its beads of the log-likelihood ratio of words and
 * lengths against unrelated text, of the structure and of the prior of the bead's size; so a
 * sentence joins a bead only if its words are better explained there than nowhere, and a bead that
 * could be two is two: in a larger bead each word is spread over more candidates.
 */
final class BeadSearch {

  private final Units source;
  private final Units target;
  private final BeadEvidence evidence;
  private final Band band;
  private final int largest;
  private final Structure structure;
  private final Associations toTarget;
  private final Associations toSource;
  private final int[] offset;

  /**
   * Prepares a search.
   *
   * @param largest most sentences in a bead, both sides together, at least 2
   */
  BeadSearch(Units source, Units target, BeadEvidence evidence, Band band, int largest) {
    this.source = source;
    this.target = target;
    this.evidence = evidence;
    this.band = band;
    this.largest = largest;
    structure = new Structure(source, target);
    int n = source.size();
    int reach = largest - 1;
    int[] from = new int[n];
    int[] to = new int[n];
    for (int unit = 0; unit < n; unit++) {
      from[unit] = band.low(Math.max(0, unit + 1 - reach));
      to[unit] = band.high(Math.min(n, unit + reach));
    }
    toTarget = new Associations(evidence.lexicon().toTarget(), source, target, from, to);
    int[] fromSource = new int[target.size()];
    int[] toSourceEnd = new int[target.size()];
    int first = 0;
    int end = 0;
    for (int unit = 0; unit < target.size(); unit++) {
      while (first < n && to[first] <= unit) {
        first++;
      }
      end = Math.max(end, first);
      while (end < n && from[end] <= unit) {
        end++;
      }
      fromSource[unit] = first;
      toSourceEnd[unit] = end;
    }
    toSource =
        new Associations(evidence.lexicon().toSource(), target, source, fromSource, toSourceEnd);
    offset = new int[band.rows() + 1];
    for (int row = 0; row < band.rows(); row++) {
      offset[row + 1] = offset[row] + band.high(row) - band.low(row) + 1;
    }
  }

  /** The beads of the best alignment, in order. */
  List<Span> best() {
    float[] best = new float[offset[band.rows()]];
    byte[] takenSource = new byte[best.length];
    byte[] takenTarget = new byte[best.length];
    double[][] words = new double[largest][largest];
    for (int row = 0; row < band.rows(); row++) {
      for (int column = band.low(row); column <= band.high(row); column++) {
        int cell = cell(row, column);
        best[cell] = row == 0 && column == 0 ? 0 : Float.NEGATIVE_INFINITY;
        if (band.contains(row - 1, column)) {
          best[cell] = best[cell(row - 1, column)] + BeadPrior.unpaired(source.isMarker(row - 1));
          takenSource[cell] = 1;
          takenTarget[cell] = 0;
        }
        if (band.contains(row, column - 1)) {
          float score = best[cell - 1] + BeadPrior.unpaired(target.isMarker(column - 1));
          if (score > best[cell]) {
            best[cell] = score;
            takenSource[cell] = 0;
            takenTarget[cell] = 1;
          }
        }
        scoreWords(row, column, words);
        for (int m = 1; m < largest && m <= row; m++) {
          for (int n = 1; n <= largest - m && n <= column; n++) {
            if (!band.contains(row - m, column - n)) {
              continue;
            }
            float score =
                best[cell(row - m, column - n)] + (float) pairScore(row, column, m, n, words[m][n]);
            if (score > best[cell]) {
              best[cell] = score;
              takenSource[cell] = (byte) m;
              takenTarget[cell] = (byte) n;
            }
          }
        }
      }
    }
    return trace(takenSource, takenTarget);
  }

  private double pairScore(int row, int column, int m, int n, double words) {
    double form = structure.score(row - m, row, column - n, column);
    if (form == Structure.IMPOSSIBLE) {
      return form;
    }
    double length = 0;
    if (!source.isMarker(row - 1)) {
      length = evidence.lengthScore(sum(source, row - m, row), sum(target, column - n, column), n);
    }
    return form + length + BeadPrior.score(m, n) + BeadEvidence.WORD_WEIGHT * words;
  }

  /** Sets {@code words[m][n]} for the beads that end at a cell. */
  private void scoreWords(int row, int column, double[][] words) {
    for (int m = 1; m < largest; m++) {
      Arrays.fill(words[m], 0);
    }
    for (int n = 1; n < largest && n <= column; n++) {
      toTarget.explain(column - n, column, row, Math.min(largest - n, row), words, n, false);
    }
    for (int m = 1; m < largest && m <= row; m++) {
      toSource.explain(row - m, row, column, Math.min(largest - m, column), words, m, true);
    }
  }

  private List<Span> trace(byte[] takenSource, byte[] takenTarget) {
    List<Span> spans = new ArrayList<>();
    int row = source.size();
    int column = target.size();
    while (row > 0 || column > 0) {
      int cell = cell(row, column);
      int m = takenSource[cell];
      int n = takenTarget[cell];
      spans.add(new Span(row - m, row, column - n, column));
      row -= m;
      column -= n;
    }
    Collections.reverse(spans);
    return spans;
  }

  private static double sum(Units side, int from, int to) {
    double sum = 0;
    for (int unit = from; unit < to; unit++) {
      sum += side.length(unit);
    }
    return sum;
  }

  private int cell(int row, int column) {
    return offset[row] + column - band.low(row);
  }
}
