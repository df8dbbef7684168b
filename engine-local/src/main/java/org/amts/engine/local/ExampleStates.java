package org.amts.engine.local;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The network's states while it reads an example's translation: before each token, end of sentence
 * included, the state from which that token should be said. In 8 bits with a scale for each state.
 * Immutable.
 */
final class ExampleStates {

  /** No states. */
  static final ExampleStates NONE = new ExampleStates(new int[0], new byte[0], new float[0]);

  private final int[] tokens;
  private final byte[] values;
  private final float[] scales;

  /**
   * @param tokens the translation's tokens with the end of sentence
   * @param values the states in integers, one after the other
   * @param scales what to multiply the integers of each state with
   */
  ExampleStates(int[] tokens, byte[] values, float[] scales) {
    this.tokens = tokens;
    this.values = values;
    this.scales = scales;
  }

  /** Rounds states to 8 bits. */
  static ExampleStates of(int[] tokens, float[][] states) {
    int width = states[0].length;
    byte[] values = new byte[states.length * width];
    float[] scales = new float[states.length];
    for (int i = 0; i < states.length; i++) {
      RoundedVector rounded = RoundedVector.of(states[i]);
      scales[i] = rounded.scale();
      System.arraycopy(rounded.integers(), 0, values, i * width, width);
    }
    return new ExampleStates(tokens, values, scales);
  }

  /** How many bytes {@link #put} writes for so many tokens. */
  static int bytesOnDisk(int tokens, int width) {
    return Math.multiplyExact(Math.max(0, tokens), Integer.BYTES + Float.BYTES + width);
  }

  /** Reads what {@link #put} wrote. */
  static ExampleStates from(ByteBuffer bytes, int count, int width) {
    int[] tokens = new int[count];
    float[] scales = new float[count];
    byte[] values = new byte[count * width];
    for (int i = 0; i < count; i++) {
      tokens[i] = bytes.getInt();
    }
    for (int i = 0; i < count; i++) {
      scales[i] = bytes.getFloat();
    }
    bytes.get(values);
    return new ExampleStates(tokens, values, scales);
  }

  /** Writes the tokens, the scales and the states. */
  void put(ByteBuffer into) {
    for (int token : tokens) {
      into.putInt(token);
    }
    for (float scale : scales) {
      into.putFloat(scale);
    }
    into.put(values);
  }

  /** The states of all tokens but some. */
  ExampleStates without(IntPredicate tokenToLeaveOut) {
    int[] kept =
        IntStream.range(0, tokens.length).filter(i -> !tokenToLeaveOut.test(tokens[i])).toArray();
    int width = values.length / tokens.length;
    byte[] keptValues = new byte[kept.length * width];
    float[] keptScales = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(values, kept[i] * width, keptValues, i * width, width);
      keptScales[i] = scales[kept[i]];
    }
    return new ExampleStates(
        Arrays.stream(kept).map(i -> tokens[i]).toArray(), keptValues, keptScales);
  }

  int size() {
    return tokens.length;
  }

  int token(int index) {
    return tokens[index];
  }

  float scale(int index) {
    return scales[index];
  }

  /** Bytes that it takes in memory, about. */
  int bytes() {
    return values.length + 8 * tokens.length + 64;
  }

  /** Copies a state's integers out. */
  void widen(int index, short[] into, int at) {
    int width = values.length / tokens.length;
    for (int i = 0; i < width; i++) {
      into[at + i] = values[index * width + i];
    }
  }
}
