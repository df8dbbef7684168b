package org.amts.engine.local;

/**
 * Values while they are learnt, by steps of Adam (Kingma and Ba 2015, <i>Adam: A Method for
 * Stochastic Optimization</i>). Not safe for use by many threads.
 */
final class LearntValues {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.98f;
  private static final float TINY = 1e-8f;

  private final float[] values;
  private final float[] first;
  private final float[] second;
  private int steps;

  /**
   * @param values to begin at; changed in place
   */
  LearntValues(float[] values) {
    this.values = values;
    first = new float[values.length];
    second = new float[values.length];
  }

  /** The values as they are now; not a copy. */
  float[] values() {
    return values;
  }

  /**
   * Takes a step.
   *
   * @param gradient from place {@code from} on
   */
  void change(float[] gradient, int from, double rate) {
    steps++;
    float step = (float) (rate / (1 - StrictMath.pow(FIRST_DECAY, steps)));
    float whole = (float) (1 - StrictMath.pow(SECOND_DECAY, steps));
    for (int i = 0; i < values.length; i++) {
      float each = gradient[from + i];
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * each;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * each * each;
      values[i] -= step * first[i] / ((float) Math.sqrt(second[i] / whole) + TINY);
    }
  }
}
