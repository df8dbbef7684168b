package org.amts.engine.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.amts.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** Where the files of a model come from: a folder, or the default model on the class path. */
final class ModelFiles {

  private static final String RESOURCES = "/org/amts/model/";

  /** Constants that both graphs use, where a model has them in one place. */
  private static final String SHARED = "shared.onnx";

  private final @Nullable Path folder;

  private ModelFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The files of a folder, or those of the default model if it is null. */
  static ModelFiles of(@Nullable Path folder) {
    return new ModelFiles(folder);
  }

  /** How messages name a file. */
  String location(String name) {
    return folder == null ? "default model, " + name : folder.resolve(name).toString();
  }

  /**
   * Reads a file.
   *
   * <p>All goes through memory, from a jar too: it was measured as fast as unpacking to a cache and
   * mapping the files, and leaves nothing behind on the disk.
   *
   * @throws EngineException if it cannot be read
   */
  byte[] read(String name) {
    try {
      if (folder != null) {
        return Files.readAllBytes(folder.resolve(name));
      }
      try (InputStream in = ModelFiles.class.getResourceAsStream(RESOURCES + name)) {
        if (in == null) {
          throw new EngineException(
              "there is no default model on the class path ("
                  + RESOURCES
                  + name
                  + "): add the amts-model jar, or name a model's folder");
        }
        return in.readAllBytes();
      }
    } catch (NoSuchFileException e) {
      throw new EngineException(
          location(name)
              + ": no such file; a model's folder holds model.json, encoder.onnx, decoder.onnx and spm.model",
          e);
    } catch (IOException e) {
      throw new EngineException(location(name) + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file and checks that it is the one that the description means.
   *
   * @throws EngineException if it cannot be read, or is another
   */
  byte[] read(String name, ModelDescription description) {
    ModelDescription.FileCheck check = description.files().get(name);
    if (check == null) {
      throw new EngineException(
          location("model.json") + ": no checksum for " + name + "; pack the model again");
    }
    byte[] content = read(name);
    String advice =
        "; the file is damaged or from another version: fetch the model again, or pack it again after a change";
    if (content.length != check.bytes()) {
      throw new EngineException(
          location(name)
              + ": "
              + content.length
              + " bytes, model.json says "
              + check.bytes()
              + advice);
    }
    String found = Checksum.sha256(content);
    if (!found.equals(check.sha256())) {
      throw new EngineException(
          location(name) + ": SHA-256 " + found + ", model.json says " + check.sha256() + advice);
    }
    return content;
  }

  /**
   * Reads a graph and joins the constants that it shares with the other one to it.
   *
   * @throws EngineException if a file cannot be read, or is another
   */
  byte[] graph(String name, ModelDescription description) {
    byte[] graph = read(name, description);
    if (!description.files().containsKey(SHARED)) {
      return graph;
    }
    // Protocol Buffers: messages one behind the other are one message with the fields of all.
    byte[] shared = read(SHARED, description);
    byte[] whole = Arrays.copyOf(graph, graph.length + shared.length);
    System.arraycopy(shared, 0, whole, graph.length, shared.length);
    return whole;
  }
}
