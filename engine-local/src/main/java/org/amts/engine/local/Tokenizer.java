package org.amts.engine.local;

import ai.djl.sentencepiece.SpTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amts.engine.EngineException;

/**
 * Cuts text into the pieces of a SentencePiece model.
 *
 * <p>Safe for use by many threads: the native processor does not change once its model is loaded.
 * The native library comes out of the jar; nothing is fetched from the network.
 */
final class Tokenizer implements AutoCloseable {

  /** Where the binding unpacks its native library; its own default is a folder of the home. */
  private static final String CACHE = "ENGINE_CACHE_DIR";

  private final SpTokenizer sentencePiece;

  /**
   * @param model content of {@code spm.model}
   * @throws EngineException if the native library cannot be loaded or does not take the model
   */
  Tokenizer(byte[] model) {
    try {
      if (!Files.isWritable(Path.of(System.getProperty("user.home")))
          && System.getenv(CACHE) == null
          && System.getProperty(CACHE) == null) {
        System.setProperty(CACHE, System.getProperty("java.io.tmpdir"));
      }
      sentencePiece = new SpTokenizer(model);
    } catch (RuntimeException | LinkageError e) {
      throw new EngineException(
          "SentencePiece cannot be loaded: "
              + e.getMessage()
              + "; it runs on Linux (x86-64, aarch64), macOS (aarch64) and Windows (x86-64) and unpacks its"
              + " library to the folder named by "
              + CACHE,
          e);
    }
  }

  /** The ids of the pieces of a text. */
  int[] encode(String text) {
    return sentencePiece.getProcessor().encode(text);
  }

  @Override
  public void close() {
    sentencePiece.close();
  }
}
