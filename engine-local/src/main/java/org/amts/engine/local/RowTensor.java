package org.amts.engine.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A float tensor, one row a sentence, in a direct buffer of its own that grows when it must. The
 * network reads and writes the buffer itself, so that nothing is copied on the way. Not safe for
 * use by many threads.
 */
final class RowTensor implements AutoCloseable {

  private FloatBuffer memory = allocate(0);
  private long[] shape = {0};
  private @Nullable OnnxTensor tensor;

  /** Sets the shape; what the tensor held is lost. */
  void reshape(long... newShape) throws OrtException {
    close();
    shape = newShape;
    long size = 1;
    for (long dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    if (size > memory.capacity()) {
      // Half as much again: caches grow by one position with every step.
      memory = allocate(Math.toIntExact(size + size / 2));
    }
    memory.limit((int) size).position(0);
    tensor = OnnxTensor.createTensor(OnnxEnvironment.get(), memory, shape);
  }

  /** Takes over rows of another tensor: row i becomes its row {@code rows[i]}. */
  void gather(RowTensor from, int[] rows) throws OrtException {
    long[] newShape = from.shape.clone();
    newShape[0] = rows.length;
    reshape(newShape);
    int width = from.width();
    for (int i = 0; i < rows.length; i++) {
      memory.put(i * width, from.memory, rows[i] * width, width);
    }
  }

  /** The buffer, from position 0; rows follow one another. */
  FloatBuffer values() {
    return memory;
  }

  /** The tensor for the network. */
  OnnxTensor tensor() {
    if (tensor == null) {
      throw new IllegalStateException("the tensor has no shape yet");
    }
    return tensor;
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
    }
  }

  private int width() {
    return (int) (memory.limit() / shape[0]);
  }

  private static FloatBuffer allocate(int floats) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
