package org.amts.engine.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.amts.engine.EngineException;

/** A model, loaded and checked. Safe for use by many threads. */
final class Model implements AutoCloseable {

  private final ModelDescription description;
  private final Tokenizer tokenizer;
  private final SegmentCodec codec;
  private final Network network;
  private final ModelFiles files;

  private Model(
      ModelFiles files,
      ModelDescription description,
      Tokenizer tokenizer,
      SegmentCodec codec,
      Network network) {
    this.files = files;
    this.description = description;
    this.tokenizer = tokenizer;
    this.codec = codec;
    this.network = network;
  }

  /**
   * Loads a model.
   *
   * @throws EngineException if a file is missing, damaged or not of the format; the message names
   *     it
   */
  static Model open(ModelFiles files) {
    ModelDescription description =
        ModelDescription.parse(files.read("model.json"), files.location("model.json"));
    // The vocabulary and the graphs take about as long as each other to load: side by side.
    CompletableFuture<byte[]> pieces =
        CompletableFuture.supplyAsync(() -> files.read("spm.model", description));
    CompletableFuture<Tokenizer> tokenizer = pieces.thenApplyAsync(Tokenizer::new);
    try {
      Network network =
          new Network(
              files.graph("encoder.onnx", description),
              files.graph("decoder.onnx", description),
              description.network());
      Vocabulary vocabulary = Vocabulary.parse(pieces.join(), files.location("spm.model"));
      if (vocabulary.size() != description.network().vocabulary()) {
        throw new EngineException(
            files.location("spm.model")
                + ": "
                + vocabulary.size()
                + " pieces, model.json says "
                + description.network().vocabulary());
      }
      Tokenizer loaded = tokenizer.join();
      return new Model(
          files, description, loaded, new SegmentCodec(description, vocabulary, loaded), network);
    } catch (CompletionException e) {
      throw e.getCause() instanceof EngineException known ? known : e;
    }
  }

  ModelDescription description() {
    return description;
  }

  SegmentCodec codec() {
    return codec;
  }

  Network network() {
    return network;
  }

  /** The files that it was loaded from. */
  ModelFiles files() {
    return files;
  }

  @Override
  public void close() {
    tokenizer.close();
    network.close();
  }
}
