package org.amts.engine.local;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output layer of a decoder, found in its graph: for each token a vector whose product with the
 * last hidden state is the token's logit. In the graph these are 8-bit integers, {@code emb.weight}
 * of width times vocabulary, with a scale for each token, {@code emb.scale}. Immutable.
 */
final class OutputMatrix {

  // Numbers of fields in ONNX's messages.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;

  private final byte[] graph;
  private final int width;
  private final int vocabulary;
  private final ByteBuffer integers;
  private final ByteBuffer scales;

  private OutputMatrix(
      byte[] graph, int width, int vocabulary, ByteBuffer integers, ByteBuffer scales) {
    this.graph = graph;
    this.width = width;
    this.vocabulary = vocabulary;
    this.integers = integers;
    this.scales = scales;
  }

  /**
   * Finds the layer.
   *
   * @param graph content of {@code decoder.onnx}; must not be changed afterwards
   * @param width of a state
   * @return empty if it is not stored in integers
   */
  static Optional<OutputMatrix> find(byte[] graph, int width, int vocabulary) {
    try {
      ByteBuffer integers = null;
      ByteBuffer scales = null;
      ByteBuffer model = ByteBuffer.wrap(graph).order(ByteOrder.LITTLE_ENDIAN);
      while (model.hasRemaining()) {
        int tag = Protobuf.number(model);
        if (tag != Protobuf.messageTag(MODEL_GRAPH)) {
          Protobuf.skip(model, tag);
          continue;
        }
        ByteBuffer nodes = Protobuf.message(model);
        while (nodes.hasRemaining()) {
          int field = Protobuf.number(nodes);
          if (field != Protobuf.messageTag(GRAPH_INITIALIZER)) {
            Protobuf.skip(nodes, field);
            continue;
          }
          Tensor tensor = tensor(Protobuf.message(nodes));
          switch (tensor.name()) {
            case "emb.weight" -> integers = tensor.data();
            case "emb.scale" -> scales = tensor.data();
            default -> {}
          }
        }
      }
      return integers != null
              && scales != null
              && integers.remaining() == width * vocabulary
              && scales.remaining() == Float.BYTES * vocabulary
          ? Optional.of(new OutputMatrix(graph, width, vocabulary, integers, scales))
          : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional
          .empty(); // ONNX Runtime, which has loaded the graph, reads more than this does
    }
  }

  private record Tensor(String name, @Nullable ByteBuffer data) {}

  private static Tensor tensor(ByteBuffer in) {
    String name = "";
    ByteBuffer data = null;
    while (in.hasRemaining()) {
      int tag = Protobuf.number(in);
      if (tag == Protobuf.messageTag(TENSOR_NAME)) {
        name = StandardCharsets.UTF_8.decode(Protobuf.message(in)).toString();
      } else if (tag == Protobuf.messageTag(TENSOR_RAW_DATA)) {
        data = Protobuf.message(in);
      } else {
        Protobuf.skip(in, tag);
      }
    }
    return new Tensor(name, data);
  }

  int width() {
    return width;
  }

  int vocabulary() {
    return vocabulary;
  }

  /** The vector of a token. */
  float[] row(int token) {
    float scale = scales.getFloat(Float.BYTES * token);
    float[] row = new float[width];
    for (int i = 0; i < width; i++) {
      row[i] = integers.get(i * vocabulary + token) * scale;
    }
    return row;
  }

  /** The decoder's graph with other vectors for some tokens. */
  byte[] graphWith(Map<Integer, RoundedVector> rows) {
    byte[] changed = graph.clone();
    ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    rows.forEach(
        (token, row) -> {
          bytes.putFloat(scales.arrayOffset() + Float.BYTES * token, row.scale());
          for (int i = 0; i < width; i++) {
            changed[integers.arrayOffset() + i * vocabulary + token] = row.integers()[i];
          }
        });
    return changed;
  }
}
