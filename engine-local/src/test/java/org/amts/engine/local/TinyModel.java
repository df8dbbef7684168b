package org.amts.engine.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tiny model of the tests, made by {@code src/test/onnx/tiny_model.py}. */
final class TinyModel {

  static final List<String> FILES =
      List.of("model.json", "encoder.onnx", "decoder.onnx", "spm.model");

  private TinyModel() {}

  /** Copies its files to a folder. */
  static Path copyTo(Path folder) throws IOException {
    for (String name : FILES) {
      Files.write(folder.resolve(name), read(name));
    }
    return folder;
  }

  /** One of its files. */
  static byte[] read(String name) throws IOException {
    try (InputStream in = TinyModel.class.getResourceAsStream("tiny/" + name)) {
      return in.readAllBytes();
    }
  }
}
