package org.amts.engine.local;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of tokens, in the embedding or in the output layer, some of which are learnt. Not
 * safe for use by many threads while it changes.
 */
final class TokenVectors {

  private final float[][] original;
  private final @Nullable LearntValues[] learnt;
  private float strength = 1;

  /**
   * @param original by token; not to be changed afterwards
   * @param which the tokens whose vectors are learnt
   */
  TokenVectors(float[][] original, BitSet which) {
    this.original = original;
    learnt = new LearntValues[original.length];
    which.stream().forEach(token -> learnt[token] = new LearntValues(original[token].clone()));
  }

  int vocabulary() {
    return original.length;
  }

  int width() {
    return original[0].length;
  }

  /** Says how far what was learnt is followed, 0 to 1. */
  void follow(float howFar) {
    strength = howFar;
  }

  /** The vectors of tokens, one after the other. */
  float[] of(int[] tokens) {
    float[] vectors = new float[tokens.length * width()];
    for (int i = 0; i < tokens.length; i++) {
      System.arraycopy(of(tokens[i]), 0, vectors, i * width(), width());
    }
    return vectors;
  }

  private float[] of(int token) {
    LearntValues values = learnt[token];
    if (values == null) {
      return original[token];
    }
    if (strength == 1) {
      return values.values();
    }
    float[] followed = original[token].clone();
    for (int i = 0; i < followed.length; i++) {
      followed[i] += strength * (values.values()[i] - followed[i]);
    }
    return followed;
  }

  /**
   * Takes a step.
   *
   * @param gradients of the tokens' vectors, one after the other
   */
  void change(int[] tokens, float[] gradients, double rate) {
    for (int i = 0; i < tokens.length; i++) {
      LearntValues values = learnt[tokens[i]];
      if (values != null) {
        values.change(gradients, i * width(), rate);
      }
    }
  }

  /** The vectors that are others than they were, by token, followed as far as was said. */
  TreeMap<Integer, float[]> changed() {
    TreeMap<Integer, float[]> changed = new TreeMap<>();
    for (int token = 0; token < learnt.length; token++) {
      if (learnt[token] != null && !Arrays.equals(of(token), original[token])) {
        changed.put(token, of(token).clone());
      }
    }
    return changed;
  }
}
