package org.amts.segment;

import java.util.Arrays;

/**
 * How similar two texts are: the score of a fuzzy match in a translation memory, 0..1.
 *
 * <pre>score(a, b) = 1 - D(a, b) / max(|a|, |b|)</pre>
 *
 * <p>{@code |a|} counts the tokens of {@link TokenScanner}; {@code D} is the smallest sum of edits
 * that turn one token sequence into the other (Levenshtein 1966, with weights). To insert, delete
 * or replace a token costs 1; to replace it by a variant costs 0.1. Variants are the same word in
 * other case, two numbers, and two placeholders of the same kind other than tags: what {@code
 * MatchRepair} can often adjust and a translator corrects at a glance. With all costs at 1 this is
 * the usual score of neural fuzzy repair (Bulté and Tezcan 2019).
 *
 * <p>The score is symmetric, and 1 if and only if the tokens are the same; two texts without tokens
 * have 1. Texts that share no token have 0.
 */
public final class FuzzyScore {

  /** Costs are in tenths, so that sums are exact. */
  static final int EDIT = 10;

  static final int VARIANT = 1;

  private FuzzyScore() {}

  /** Compares two segments. */
  public static double of(Segment a, Segment b) {
    return of(FuzzyText.of(a), FuzzyText.of(b));
  }

  /** Compares two plain texts. */
  public static double of(String a, String b) {
    return of(FuzzyText.of(a), FuzzyText.of(b));
  }

  /** Compares two texts. */
  public static double of(FuzzyText a, FuzzyText b) {
    return ofAtLeast(a, b, 0);
  }

  /**
   * Compares two texts, with less work if they are not similar.
   *
   * @param minimum the lowest score of interest, 0..1
   * @return the score, or -1 if it is below the minimum
   */
  public static double ofAtLeast(FuzzyText a, FuzzyText b, double minimum) {
    int longer = Math.max(a.length(), b.length());
    if (longer == 0) {
      return 1;
    }
    // The rounding must not lose a score that is equal to the minimum.
    int limit = (int) Math.floor((1 - minimum) * longer * EDIT + 1e-9);
    int distance = distance(a, b, limit);
    return distance > limit ? -1 : 1 - (double) distance / (longer * EDIT);
  }

  /**
   * The weighted edit distance in tenths, or more than {@code limit} if it is more. Only the band
   * of the table is computed from which the end can be reached within the limit (Ukkonen 1985).
   */
  private static int distance(FuzzyText a, FuzzyText b, int limit) {
    int n = a.length();
    int m = b.length();
    int band = limit / EDIT;
    if (Math.abs(n - m) > band) {
      return limit + 1;
    }
    int beyond = limit + 1;
    int[] row = new int[m + 1];
    Arrays.fill(row, beyond);
    for (int j = 0; j <= Math.min(m, band); j++) {
      row[j] = j * EDIT;
    }
    for (int i = 1; i <= n; i++) {
      int first = Math.max(1, i - band);
      int last = Math.min(m, i + band);
      int diagonal = row[first - 1];
      row[first - 1] = first == 1 && i <= band ? i * EDIT : beyond;
      int left = row[first - 1];
      int smallest = left;
      for (int j = first; j <= last; j++) {
        int above = row[j];
        int cost =
            Math.min(diagonal + a.substitution(i - 1, b, j - 1), Math.min(above, left) + EDIT);
        diagonal = above;
        left = cost;
        row[j] = cost;
        smallest = Math.min(smallest, cost);
      }
      if (smallest > limit) {
        return beyond;
      }
    }
    return row[m];
  }
}
