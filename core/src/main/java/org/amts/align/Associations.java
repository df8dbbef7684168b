package org.amts.align;

/**
 * The associations of each unit of one side with each token near it on the other side, computed
 * once, so that the score of a bead is a sum over its units.
 */
final class Associations {

  private final Units explained;
  private final int[] words;
  private final double[] unlinked;
  private final int[] firstPlace;
  private final int[] offset;
  private final float[] association;
  private final Explanation.LogProduct product = new Explanation.LogProduct();
  private float[] sums = new float[64];

  /**
   * Computes them.
   *
   * @param direction the lexicon from the given side to the explained side
   * @param given the given side
   * @param explained the side whose tokens are explained
   * @param from for each given unit, the first explained unit that may be in a bead with it
   * @param to the end of those units, exclusive
   */
  Associations(Lexicon.Direction direction, Units given, Units explained, int[] from, int[] to) {
    this.explained = explained;
    int size = given.size();
    words = new int[size];
    unlinked = new double[size];
    firstPlace = new int[size];
    offset = new int[size + 1];
    for (int unit = 0; unit < size; unit++) {
      words[unit] = given.tokenCount(unit);
      firstPlace[unit] = explained.tokenStart(from[unit]);
      int places = Math.max(0, explained.tokenStart(to[unit]) - firstPlace[unit]);
      offset[unit + 1] = offset[unit] + places;
    }
    association = new float[offset[size]];
    float[] byWord = new float[direction.wordCount()];
    for (int unit = 0; unit < size; unit++) {
      for (int place = given.tokenStart(unit); place < given.tokenStart(unit + 1); place++) {
        direction.addAssociations(given.token(place), byWord);
        unlinked[unit] += direction.unlinked(given.token(place));
      }
      for (int i = offset[unit]; i < offset[unit + 1]; i++) {
        association[i] = byWord[explained.token(firstPlace[unit] + i - offset[unit])];
      }
      for (int place = given.tokenStart(unit); place < given.tokenStart(unit + 1); place++) {
        direction.clear(given.token(place), byWord);
      }
    }
  }

  /**
   * Adds the log-likelihood ratios of a stretch of explained units, given 1, 2 ... {@code most}
   * units that end at {@code givenEnd}.
   *
   * @param from first explained unit
   * @param to end of the explained units, exclusive
   * @param givenEnd end of the given units, exclusive
   * @param most most given units
   * @param scores where to add the scores
   * @param size number of explained units, one index into {@code scores}; the number of given units
   *     is the other
   * @param sizeFirst whether {@code size} is the first index
   */
  void explain(
      int from, int to, int givenEnd, int most, double[][] scores, int size, boolean sizeFirst) {
    int start = explained.tokenStart(from);
    int count = explained.tokenStart(to) - start;
    if (sums.length < count) {
      sums = new float[count * 2];
    }
    double allWords = 0;
    double allUnlinked = 0;
    for (int units = 1; units <= most; units++) {
      int unit = givenEnd - units;
      int shift = offset[unit] + start - firstPlace[unit];
      if (start < firstPlace[unit] || shift + count > offset[unit + 1]) {
        return; // outside the band
      }
      allWords += words[unit];
      allUnlinked += unlinked[unit];
      double base = Explanation.base(allWords, allUnlinked);
      product.reset();
      for (int i = 0; i < count; i++) {
        sums[i] = units == 1 ? association[shift + i] : sums[i] + association[shift + i];
        product.multiply(Explanation.ratio(base, allWords, sums[i]));
      }
      if (sizeFirst) {
        scores[size][units] += product.value();
      } else {
        scores[units][size] += product.value();
      }
    }
  }
}
