package org.amts.engine.local;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.amts.engine.EngineException;

/**
 * The graph {@code learning.onnx} of a model, loaded, with the model's weights as 32-bit numbers:
 * computes for a batch of examples how unlikely their translations are, and the gradients of
 * everything that may be learnt. Safe for use by many threads; each call runs on the thread that
 * makes it.
 */
final class LearningGraph implements AutoCloseable {

  /** The file of a model that has it. */
  static final String FILE = "learning.onnx";

  /** What the names of factors begin with: of the one that a layer's input meets first. */
  static final String DOWN = "down.";

  /** And of the other one, which begins at zero. */
  static final String UP = "up.";

  private static final float MASKED = -1e4f;
  private static final String GRADIENT = "gradient.";
  private static final String OUTPUT = "rows";
  private static final String EMBEDDING = "vectors";

  private final OrtSession session;
  private final Map<String, OnnxTensor> weights = new HashMap<>();
  private final TreeMap<String, Factor> factors = new TreeMap<>();

  /**
   * The size of a factor that is learnt.
   *
   * @param rows of the matrix
   * @param columns of the matrix
   */
  record Factor(int rows, int columns) {}

  /**
   * What a batch teaches.
   *
   * @param loss sum over all answers, in nats
   * @param factors gradients by the factors' names
   * @param output gradients of the candidates' vectors in the output layer, one after the other
   * @param embedding the same of the step's tokens in the embedding
   */
  record Lesson(double loss, Map<String, float[]> factors, float[] output, float[] embedding) {}

  /**
   * Loads the graph.
   *
   * @param graph content of the file
   * @param constants of the model's other graphs
   * @throws EngineException if ONNX Runtime does not take it, or if it needs what the others do not
   *     have
   */
  LearningGraph(byte[] graph, List<GraphConstants> constants) {
    session = Network.open(FILE, graph);
    try {
      for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
        String name = input.getKey();
        long[] shape = ((TensorInfo) input.getValue().getInfo()).getShape();
        if (name.startsWith(DOWN) || name.startsWith(UP)) {
          factors.put(name, new Factor((int) shape[0], (int) shape[1]));
        } else {
          for (GraphConstants each : constants) {
            if (each.names().contains(name) && !weights.containsKey(name)) {
              weights.put(name, tensor(each.values(name), shape));
            }
          }
        }
      }
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  /** The factors that are learnt, by name. */
  Map<String, Factor> factors() {
    return factors;
  }

  /** What all batches of a step share. Not to be closed while a batch is computed. */
  static final class Step implements AutoCloseable {
    private final Candidates candidates;
    private final int[] tokens;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();

    /**
     * @param batches of the step
     * @param embedding vectors as they are now
     * @param output vectors as they are now
     * @param smoothing the probability that is taken from the answers and given to all tokens
     */
    Step(
        List<LearningBatch> batches,
        Candidates candidates,
        TokenVectors embedding,
        TokenVectors output,
        float smoothing) {
      this.candidates = candidates;
      BitSet read = new BitSet();
      batches.forEach(batch -> batch.addTokensRead(read));
      tokens = read.stream().toArray();
      int answers = batches.stream().mapToInt(LearningBatch::answers).sum();
      int count = candidates.size();
      float[] bonus = new float[count];
      float[] smooth = new float[count];
      for (int i = 0; i < count; i++) {
        bonus[i] = (float) Math.log(candidates.count(i));
        smooth[i] = candidates.count(i) * smoothing / output.vocabulary();
      }
      try {
        inputs.put(
            OUTPUT, LearningGraph.tensor(output.of(candidates.tokens()), count, output.width()));
        inputs.put(
            EMBEDDING,
            LearningGraph.tensor(embedding.of(tokens), tokens.length, embedding.width()));
        inputs.put("bonus", LearningGraph.tensor(bonus, count));
        inputs.put("smooth", LearningGraph.tensor(smooth, count));
        inputs.put("sharp", LearningGraph.tensor(new float[] {1 - smoothing}, 1));
        inputs.put("weight", LearningGraph.tensor(new float[] {1f / answers}, 1));
      } catch (OrtException e) {
        throw failure(e);
      }
    }

    /** The tokens that are read in the step; not a copy. */
    int[] tokens() {
      return tokens;
    }

    /** The place of a token that is read. */
    private int place(int token) {
      return Arrays.binarySearch(tokens, token);
    }

    @Override
    public void close() {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /**
   * Reads a batch.
   *
   * @param learnt the factors, by name
   */
  Lesson lesson(LearningBatch batch, Step step, Map<String, LearntFactor> learnt) {
    Map<String, OnnxTensorLike> inputs = new HashMap<>(weights);
    inputs.putAll(step.inputs);
    learnt.forEach((name, factor) -> inputs.put(name, factor.tensor()));
    Map<String, OnnxTensor> texts = texts(batch, step);
    inputs.putAll(texts);
    try (OrtSession.Result result = session.run(inputs)) {
      double loss = 0;
      Map<String, float[]> gradients = new HashMap<>();
      for (Map.Entry<String, OnnxValue> output : result) {
        FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
        if (output.getKey().startsWith(GRADIENT)) {
          gradients.put(output.getKey().substring(GRADIENT.length()), array(values));
        } else {
          while (values.hasRemaining()) {
            loss += values.get();
          }
        }
      }
      float[] output = Objects.requireNonNull(gradients.remove(OUTPUT));
      float[] embedding = Objects.requireNonNull(gradients.remove(EMBEDDING));
      return new Lesson(loss, gradients, output, embedding);
    } catch (OrtException e) {
      throw failure(e);
    } finally {
      texts.values().forEach(OnnxTensor::close);
    }
  }

  private static Map<String, OnnxTensor> texts(LearningBatch batch, Step step) {
    List<StateReader.Readable> examples = batch.examples();
    int rows = examples.size();
    int sourceLength = examples.stream().mapToInt(each -> each.source().length).max().orElse(1);
    int targetLength = examples.stream().mapToInt(each -> each.said().length).max().orElse(1);
    long[] source = new long[rows * sourceLength]; // what is beyond an end is masked
    long[] target = new long[rows * targetLength];
    float[] mask = new float[source.length];
    float[] seen = new float[targetLength * targetLength];
    long[] said = new long[batch.answers()];
    long[] wanted = new long[said.length];
    int answers = 0;
    for (int row = 0; row < rows; row++) {
      StateReader.Readable example = examples.get(row);
      int start = row * sourceLength;
      for (int i = 0; i < example.source().length; i++) {
        source[start + i] = step.place(example.source()[i]);
      }
      Arrays.fill(mask, start + example.source().length, start + sourceLength, MASKED);
      for (int i = 0; i < example.said().length; i++) {
        target[row * targetLength + i] = step.place(example.read()[i]);
        said[answers] = (long) row * targetLength + i;
        wanted[answers++] = step.candidates.place(example.said()[i]);
      }
    }
    for (int i = 0; i < targetLength; i++) {
      Arrays.fill(seen, i * targetLength + i + 1, (i + 1) * targetLength, MASKED);
    }
    try {
      return Map.of(
          "src", tensor(source, rows, sourceLength),
          "tgt", tensor(target, rows, targetLength),
          "mask", tensor(mask, rows, 1, 1, sourceLength),
          "seen", tensor(seen, 1, 1, targetLength, targetLength),
          "said", tensor(said, said.length),
          "wanted", tensor(wanted, wanted.length));
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  private static float[] array(FloatBuffer values) {
    float[] array = new float[values.remaining()];
    values.get(array);
    return array;
  }

  private static OnnxTensor tensor(float[] values, long... shape) throws OrtException {
    FloatBuffer memory =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return OnnxTensor.createTensor(OnnxEnvironment.get(), memory.put(values).rewind(), shape);
  }

  private static OnnxTensor tensor(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), LongBuffer.wrap(values), shape);
  }

  private static EngineException failure(OrtException e) {
    return new EngineException("the network cannot learn: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    weights.values().forEach(OnnxTensor::close);
    try {
      session.close();
    } catch (OrtException e) {
      throw failure(e);
    }
  }
}
