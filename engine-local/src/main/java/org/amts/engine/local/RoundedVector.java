package org.amts.engine.local;

/**
 * A vector in 8 bits.
 *
 * @param integers of -127 to 127
 * @param scale what to multiply them with
 */
record RoundedVector(byte[] integers, float scale) {

  private static final int LARGEST = 127;

  /** Rounds a vector. */
  static RoundedVector of(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / LARGEST + 1e-12f;
    byte[] integers = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = (byte) Math.round(values[i] / scale);
    }
    return new RoundedVector(integers, scale);
  }

  /** The values that they stand for. */
  float[] values() {
    float[] values = new float[integers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = integers[i] * scale;
    }
    return values;
  }
}
