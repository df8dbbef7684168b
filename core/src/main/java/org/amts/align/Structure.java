package org.amts.align;

import org.amts.document.BlockKind;

/**
 * What the structure of two documents says about a bead, in nats: translators keep headings, tables
 * and lists, and mostly paragraphs. Nothing where a side has no blocks.
 */
final class Structure {

  /** A score that no words can make up for. */
  static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

  /** Chapters whose paragraphs correspond all through are the exception, so these are small. */
  private static final double BOTH_START = 0.5;

  private static final double ONE_STARTS = -1;

  private final Units source;
  private final Units target;
  private final boolean known;

  Structure(Units source, Units target) {
    this.source = source;
    this.target = target;
    known = source.hasBlocks() && target.hasBlocks();
  }

  /**
   * The score of a bead.
   *
   * @param fromSource first source unit
   * @param toSource end of the source units, exclusive, greater than {@code fromSource}
   * @param fromTarget first target unit
   * @param toTarget end of the target units, exclusive, greater than {@code fromTarget}
   */
  double score(int fromSource, int toSource, int fromTarget, int toTarget) {
    if (!known) {
      return 0;
    }
    boolean marks = source.isMarker(fromSource);
    if (marks != target.isMarker(fromTarget)) {
      return IMPOSSIBLE;
    }
    double score = sameKind(fromSource, fromTarget);
    if (marks) {
      boolean single = toSource - fromSource == 1 && toTarget - fromTarget == 1;
      return single ? score : IMPOSSIBLE;
    }
    if (source.startsBlock(fromSource) == target.startsBlock(fromTarget)) {
      score += source.startsBlock(fromSource) ? BOTH_START : 0;
    } else {
      score += ONE_STARTS;
    }
    return score
        + crossings(source, fromSource, toSource)
        + crossings(target, fromTarget, toTarget);
  }

  private double sameKind(int sourceUnit, int targetUnit) {
    BlockKind a = source.kind(sourceUnit);
    BlockKind b = target.kind(targetUnit);
    if (a == b) {
      boolean sameLevel = source.level(sourceUnit) == target.level(targetUnit);
      return a == BlockKind.HEADING ? (sameLevel ? 2 : -1) : 0;
    }
    if (isRunning(a) && isRunning(b)) {
      return -0.5;
    }
    return a == BlockKind.HEADING || b == BlockKind.HEADING ? -8 : -4;
  }

  private static double crossings(Units side, int from, int to) {
    double score = 0;
    for (int unit = from + 1; unit < to; unit++) {
      if (side.isMarker(unit)) {
        return IMPOSSIBLE;
      }
      if (side.startsBlock(unit)) {
        score += isRunning(side.kind(unit)) && isRunning(side.kind(unit - 1)) ? -3 : -8;
      }
    }
    return score;
  }

  private static boolean isRunning(BlockKind kind) {
    return kind == BlockKind.PARAGRAPH || kind == BlockKind.LIST_ITEM;
  }
}
