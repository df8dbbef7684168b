package org.amts.engine.local;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amts.engine.EngineException;

/**
 * The constants of an ONNX graph by name: floats, and matrices of 8-bit integers, which have their
 * scales in a constant of their own, {@code x.scale} beside {@code x.weight} for each column or
 * {@code x_scale} beside {@code x} for each row. Immutable.
 */
final class GraphConstants {

  // Numbers of fields in ONNX's messages, and of element types.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int FLOAT = 1;
  private static final int INT8 = 3;

  private final byte[] graph;
  private final Map<String, Constant> constants;

  private GraphConstants(byte[] graph, Map<String, Constant> constants) {
    this.graph = graph;
    this.constants = constants;
  }

  /**
   * A constant.
   *
   * @param dimensions none for a single value
   * @param type of its elements, as ONNX numbers them
   * @param data its bytes, in those of the graph
   */
  private record Constant(List<Integer> dimensions, int type, ByteBuffer data) {

    int size() {
      return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    boolean isComplete() {
      return type == FLOAT && data.remaining() == (long) Float.BYTES * size()
          || type == INT8 && data.remaining() == size();
    }
  }

  /**
   * Finds the constants of a graph; those of other kinds are left out.
   *
   * @param graph must not be changed afterwards
   * @throws EngineException if it is no graph
   */
  static GraphConstants of(byte[] graph) {
    try {
      Map<String, Constant> constants = new HashMap<>();
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
          if (field == Protobuf.messageTag(GRAPH_INITIALIZER)) {
            put(Protobuf.message(nodes), constants);
          } else {
            Protobuf.skip(nodes, field);
          }
        }
      }
      return new GraphConstants(graph, constants);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EngineException("not an ONNX graph that this engine can read: " + e, e);
    }
  }

  private static void put(ByteBuffer in, Map<String, Constant> into) {
    String name = "";
    int type = 0;
    List<Integer> dimensions = new ArrayList<>();
    ByteBuffer data = ByteBuffer.allocate(0);
    while (in.hasRemaining()) {
      int tag = Protobuf.number(in);
      if (tag == Protobuf.messageTag(TENSOR_NAME)) {
        name = StandardCharsets.UTF_8.decode(Protobuf.message(in)).toString();
      } else if (tag == Protobuf.messageTag(TENSOR_RAW_DATA)) {
        data = Protobuf.message(in);
      } else if (tag == Protobuf.numberTag(TENSOR_DIMENSIONS)) {
        dimensions.add(Protobuf.number(in));
      } else if (tag == Protobuf.messageTag(TENSOR_DIMENSIONS)) {
        ByteBuffer packed = Protobuf.message(in);
        while (packed.hasRemaining()) {
          dimensions.add(Protobuf.number(packed));
        }
      } else if (tag == Protobuf.numberTag(TENSOR_TYPE)) {
        type = Protobuf.number(in);
      } else {
        Protobuf.skip(in, tag);
      }
    }
    Constant constant = new Constant(List.copyOf(dimensions), type, data);
    if (constant.isComplete()) {
      into.put(name, constant);
    }
  }

  /** The names of all constants. */
  Set<String> names() {
    return constants.keySet();
  }

  /** The dimensions of a constant; empty if there is none of that name. */
  Optional<List<Integer>> dimensions(String name) {
    return Optional.ofNullable(constants.get(name)).map(Constant::dimensions);
  }

  /**
   * The values of a constant, the last dimension running fastest; integers times their scales.
   *
   * @throws EngineException if there is none of that name, or no scales for its integers
   */
  float[] values(String name) {
    Constant constant = constant(name);
    float[] values = new float[constant.size()];
    if (constant.type() == FLOAT) {
      constant.data().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    }
    float[] scales = values(scaleOf(name));
    int columns = constant.dimensions().get(1);
    boolean byColumn = isByColumn(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = constant.data().get(i) * scales[byColumn ? i % columns : i / columns];
    }
    return values;
  }

  private Constant constant(String name) {
    Constant constant = constants.get(name);
    if (constant == null) {
      throw new EngineException("the graph has no constant " + name);
    }
    return constant;
  }

  private static boolean isByColumn(String name) {
    return name.endsWith(".weight");
  }

  private static String scaleOf(String name) {
    return isByColumn(name)
        ? name.substring(0, name.length() - ".weight".length()) + ".scale"
        : name + "_scale";
  }

  /**
   * The same graph with other values for some matrices, rounded as they were.
   *
   * @param matrices new values by name; those of the graph's other constants are left out
   */
  byte[] graphWith(Map<String, float[]> matrices) {
    byte[] changed = graph.clone();
    ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    matrices.forEach(
        (name, values) -> {
          if (constants.containsKey(name)) {
            put(name, values, bytes);
          }
        });
    return changed;
  }

  private void put(String name, float[] values, ByteBuffer into) {
    Constant constant = constant(name);
    if (values.length != constant.size()) {
      throw new IllegalArgumentException(name + ": " + values.length + " values");
    }
    int at = constant.data().arrayOffset();
    if (constant.type() == FLOAT) {
      for (int i = 0; i < values.length; i++) {
        into.putFloat(at + Float.BYTES * i, values[i]);
      }
      return;
    }
    int columns = constant.dimensions().get(1);
    boolean byColumn = isByColumn(name);
    int vectors = byColumn ? columns : values.length / columns;
    int length = values.length / vectors;
    int scales = constant(scaleOf(name)).data().arrayOffset();
    float[] vector = new float[length];
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < length; i++) {
        vector[i] = values[byColumn ? i * columns + v : v * columns + i];
      }
      RoundedVector rounded = RoundedVector.of(vector);
      into.putFloat(scales + Float.BYTES * v, rounded.scale());
      for (int i = 0; i < length; i++) {
        into.put(at + (byColumn ? i * columns + v : v * columns + i), rounded.integers()[i]);
      }
    }
  }
}
