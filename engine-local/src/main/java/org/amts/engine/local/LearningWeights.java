package org.amts.engine.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a model that learning changes, and the graphs with what was learnt in their place.
 * Immutable.
 */
final class LearningWeights {

  private static final String WEIGHT = ".weight";
  private static final String EMBEDDING = "embedding";
  private static final String OUTPUT = "emb.weight";

  private final ModelDescription.Network shape;
  private final GraphConstants encoder;
  private final GraphConstants decoder;

  /**
   * @param encoder content of {@code encoder.onnx}
   * @param decoder content of {@code decoder.onnx}
   */
  LearningWeights(byte[] encoder, byte[] decoder, ModelDescription.Network shape) {
    this.shape = shape;
    this.encoder = GraphConstants.of(encoder);
    this.decoder = GraphConstants.of(decoder);
  }

  /** All constants of both graphs. */
  List<GraphConstants> constants() {
    return List.of(encoder, decoder);
  }

  /** The embedding's vectors, by token, times the root of their width. */
  float[][] embedding() {
    float[] matrix = encoder.values(EMBEDDING);
    float[][] vectors = new float[shape.vocabulary()][shape.d()];
    for (int token = 0; token < vectors.length; token++) {
      System.arraycopy(matrix, token * shape.d(), vectors[token], 0, shape.d());
    }
    return vectors;
  }

  /** The output layer's vectors, by token. */
  float[][] output() {
    float[] matrix = decoder.values(OUTPUT);
    float[][] vectors = new float[shape.vocabulary()][shape.d()];
    for (int i = 0; i < matrix.length; i++) {
      vectors[i % shape.vocabulary()][i / shape.vocabulary()] = matrix[i];
    }
    return vectors;
  }

  /**
   * The two graphs with what was learnt.
   *
   * @param encoder content of an {@code encoder.onnx}
   * @param decoder content of a {@code decoder.onnx}
   */
  record Graphs(byte[] encoder, byte[] decoder) {}

  /** Puts what was learnt in its place. */
  Graphs with(NetworkLearning.Learnt learnt) {
    Map<String, float[]> changed = new HashMap<>();
    for (Map.Entry<String, float[]> factor : learnt.factors().entrySet()) {
      if (factor.getKey().startsWith(LearningGraph.DOWN)) {
        String layer = factor.getKey().substring(LearningGraph.DOWN.length());
        float[] up = learnt.factors().get(LearningGraph.UP + layer);
        changed.put(layer + WEIGHT, changed(layer + WEIGHT, factor.getValue(), up));
      }
    }
    float[] embedding = encoder.values(EMBEDDING);
    learnt
        .embedding()
        .forEach(
            (token, vector) ->
                System.arraycopy(vector, 0, embedding, token * vector.length, vector.length));
    changed.put(EMBEDDING, embedding);
    float[] output = decoder.values(OUTPUT);
    learnt
        .output()
        .forEach(
            (token, vector) -> {
              for (int i = 0; i < vector.length; i++) {
                output[i * shape.vocabulary() + token] = vector[i];
              }
            });
    changed.put(OUTPUT, output);
    return new Graphs(encoder.graphWith(changed), decoder.graphWith(changed));
  }

  /** A layer's weights with the product of two factors added. */
  private float[] changed(String name, float[] down, float[] up) {
    GraphConstants graph = encoder.names().contains(name) ? encoder : decoder;
    float[] weights = graph.values(name);
    int rows = graph.dimensions(name).orElseThrow().get(0);
    int columns = weights.length / rows;
    int rank = down.length / rows;
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < rank; k++) {
        float factor = down[row * rank + k];
        for (int column = 0; column < columns; column++) {
          weights[row * columns + column] += factor * up[k * columns + column];
        }
      }
    }
    return weights;
  }
}
