package org.amts.engine.local;

import java.util.function.IntPredicate;

/**
 * Tells whether a text sounds like the examples of a memory or like any other text: by how much
 * likelier its pieces are among the examples' sources than in the text that the model was trained
 * on (cross-entropy difference of Moore and Lewis 2010, <i>Intelligent Selection of Language Model
 * Training Data</i>, with single pieces). Immutable.
 */
final class MemoryRegister {

  /** Pieces of general text that are added to the memory's, so that a few words say little. */
  private static final float CAUTION = 2000;

  /** Pieces without an opinion that are added to a text, so that a short one says little. */
  private static final float STEADY = 4;

  private final float[] logRatios;

  /**
   * @param logRatios for each piece the logarithm of its rate in the memory over its general rate
   */
  MemoryRegister(float[] logRatios) {
    this.logRatios = logRatios;
  }

  /**
   * Counts the pieces of a memory.
   *
   * @param sources its texts, with the language tag before and the end of sentence after them
   * @param general the share of each piece in general text, above 0
   * @param leaveOut pieces that say nothing: placeholders
   */
  static MemoryRegister of(Iterable<int[]> sources, float[] general, IntPredicate leaveOut) {
    int[] counts = new int[general.length];
    long total = 0;
    for (int[] source : sources) {
      for (int i = 1; i < source.length - 1; i++) {
        if (!leaveOut.test(source[i])) {
          counts[source[i]]++;
          total++;
        }
      }
    }
    float[] logRatios = new float[general.length];
    for (int piece = 0; piece < logRatios.length; piece++) {
      if (!leaveOut.test(piece)) {
        double rate = (counts[piece] + CAUTION * general[piece]) / (total + CAUTION);
        logRatios[piece] = (float) StrictMath.log(rate / general[piece]);
      }
    }
    return new MemoryRegister(logRatios);
  }

  float[] logRatios() {
    return logRatios;
  }

  /**
   * How much likelier a text is among the examples, in nats per piece; above 0 it sounds like them.
   *
   * @param source with the language tag before and the end of sentence after it
   */
  double score(int[] source) {
    double sum = 0;
    for (int i = 1; i < source.length - 1; i++) {
      sum += logRatios[source[i]];
    }
    return sum / (source.length - 2 + STEADY);
  }
}
