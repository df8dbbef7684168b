package org.amts.engine.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.Random;
import org.amts.engine.EngineException;

/**
 * One factor of a change of low rank while it is learnt. Not safe for use by many threads, but the
 * tensor may be read by many.
 */
final class LearntFactor implements AutoCloseable {

  private final LearningGraph.Factor size;
  private final LearntValues values;
  private final RowTensor tensor = new RowTensor();

  /**
   * @param values to begin at, row after row
   */
  private LearntFactor(LearningGraph.Factor size, float[] values) {
    this.size = size;
    this.values = new LearntValues(values);
    show(1);
  }

  /** A factor of zeros, which changes nothing. */
  static LearntFactor zeros(LearningGraph.Factor size) {
    return new LearntFactor(size, new float[size.rows() * size.columns()]);
  }

  /** A factor of random values whose standard deviation is one over the root of its rows. */
  static LearntFactor random(LearningGraph.Factor size, Random random) {
    float[] values = new float[size.rows() * size.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(size.rows()));
    }
    return new LearntFactor(size, values);
  }

  /** The values as they are now; not a copy. */
  float[] values() {
    return values.values();
  }

  /** What the graph reads. */
  OnnxTensor tensor() {
    return tensor.tensor();
  }

  /** Lets the graph read the values times a number. */
  void show(float strength) {
    try {
      tensor.reshape(size.rows(), size.columns());
    } catch (OrtException e) {
      throw new EngineException("no memory to learn with: " + e.getMessage(), e);
    }
    float[] now = values();
    for (int i = 0; i < now.length; i++) {
      tensor.values().put(i, now[i] * strength);
    }
  }

  /** A copy of what the graph reads. */
  float[] shown() {
    float[] copy = new float[values().length];
    tensor.values().get(0, copy);
    return copy;
  }

  /** Takes a step down a gradient. */
  void change(float[] gradient, double rate) {
    values.change(gradient, 0, rate);
    show(1);
  }

  @Override
  public void close() {
    tensor.close();
  }
}
