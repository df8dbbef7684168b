package org.amts.engine.local;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.Set;
import java.util.TreeSet;
import org.amts.engine.EngineException;

/**
 * The two graphs of a model, loaded. Safe for use by many threads: each call runs on the thread
 * that makes it, and all share one copy of the weights.
 */
final class Network implements AutoCloseable {

  private final OrtSession encoder;
  private final OrtSession decoder;
  private final ModelDescription.Network shape;
  private final boolean ownsEncoder;

  /**
   * Loads the graphs.
   *
   * @param encoder content of {@code encoder.onnx}
   * @param decoder content of {@code decoder.onnx}
   * @throws EngineException if ONNX Runtime does not take them, or if they are not of the format
   */
  Network(byte[] encoder, byte[] decoder, ModelDescription.Network shape) {
    this.shape = shape;
    this.encoder = open("encoder.onnx", encoder);
    this.decoder = open("decoder.onnx", decoder);
    ownsEncoder = true;
    expect("encoder.onnx", this.encoder, Set.of("src", "mask"));
    Set<String> inputs = new TreeSet<>(Set.of("tok", "pos", "mask", "seen"));
    for (int layer = 0; layer < shape.decoderLayers(); layer++) {
      for (String name : new String[] {"pk", "pv", "ck", "cv"}) {
        inputs.add(name + layer);
      }
    }
    expect("decoder.onnx", this.decoder, inputs);
  }

  private Network(Network other, byte[] decoder) {
    shape = other.shape;
    encoder = other.encoder;
    this.decoder = open("decoder.onnx", decoder);
    ownsEncoder = false;
  }

  /** A network with the same encoder, which stays this one's, and another decoder of its form. */
  Network withDecoder(byte[] graph) {
    return new Network(this, graph);
  }

  OrtSession encoder() {
    return encoder;
  }

  OrtSession decoder() {
    return decoder;
  }

  ModelDescription.Network shape() {
    return shape;
  }

  @Override
  public void close() {
    try {
      if (ownsEncoder) {
        encoder.close();
      }
      decoder.close();
    } catch (OrtException e) {
      throw new EngineException("the model cannot be closed: " + e.getMessage(), e);
    }
  }

  static OrtSession open(String name, byte[] graph) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread a call: a batch on each core was measured faster than each batch on all cores.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // A pattern is kept for each shape of the inputs, and ours change with every step.
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      return OnnxEnvironment.get().createSession(graph, options);
    } catch (OrtException | LinkageError e) {
      throw new EngineException(name + ": ONNX Runtime cannot load it: " + e.getMessage(), e);
    }
  }

  private static void expect(String name, OrtSession session, Set<String> inputs) {
    if (!session.getInputNames().equals(inputs)) {
      throw new EngineException(
          name
              + ": inputs "
              + new TreeSet<>(session.getInputNames())
              + ", expected "
              + new TreeSet<>(inputs)
              + "; does model.json belong to it?");
    }
  }
}
