package org.amts.engine.local;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.amts.document.AtomicFile;

/**
 * What a network has learnt, on disk, behind a header that names the model. It is a cache: what
 * cannot be read, or belongs to another model, is missing, and what cannot be written is not kept.
 */
final class LearntFile {

  /** What the bytes mean, and how they were learnt; raise it with every change of either. */
  private static final int FORMAT = 3;

  private final Path path;
  private final byte[] header;

  /**
   * @param identity of the model
   */
  LearntFile(Path path, String identity) {
    this.path = path;
    header = ("AMTS learnt " + FORMAT + " " + identity + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What was learnt.
   *
   * @param learnt the changes of the network
   * @param register of the examples
   * @param examples those that it was learnt from
   */
  record Content(
      NetworkLearning.Learnt learnt, MemoryRegister register, Set<ExampleKey> examples) {}

  /** Reads the file. */
  Optional<Content> read() {
    try {
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
      byte[] found = new byte[header.length];
      in.get(found);
      if (!Arrays.equals(found, header) || in.getLong() != Checksum.crc32(in.slice())) {
        return Optional.empty();
      }
      Map<String, float[]> factors = new TreeMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        byte[] name = new byte[in.getShort()];
        in.get(name);
        factors.put(new String(name, StandardCharsets.UTF_8), floats(in));
      }
      Map<Integer, float[]> embedding = vectors(in);
      Map<Integer, float[]> output = vectors(in);
      MemoryRegister register = new MemoryRegister(floats(in));
      Set<ExampleKey> examples = new HashSet<>();
      for (int left = in.getInt(); left > 0; left--) {
        examples.add(new ExampleKey(in.getLong(), in.getLong()));
      }
      return Optional.of(
          new Content(new NetworkLearning.Learnt(factors, embedding, output), register, examples));
    } catch (IOException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static Map<Integer, float[]> vectors(ByteBuffer in) {
    Map<Integer, float[]> vectors = new TreeMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      int token = in.getInt();
      float scale = in.getFloat();
      byte[] integers = new byte[in.getInt()];
      in.get(integers);
      vectors.put(token, new RoundedVector(integers, scale).values());
    }
    return vectors;
  }

  private static float[] floats(ByteBuffer in) {
    float[] values = new float[in.getInt()];
    in.asFloatBuffer().get(values);
    in.position(in.position() + Float.BYTES * values.length);
    return values;
  }

  /** Replaces the file. */
  void write(Content content) {
    try {
      byte[] body = bytes(content);
      ByteBuffer file = ByteBuffer.allocate(header.length + Long.BYTES + body.length);
      file.put(header).putLong(Checksum.crc32(ByteBuffer.wrap(body))).put(body);
      AtomicFile.write(path, file.array());
    } catch (IOException e) {
      // a full disk, say: it is learnt again next time
    }
  }

  private static byte[] bytes(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(content.learnt().factors().size());
      for (Map.Entry<String, float[]> factor : content.learnt().factors().entrySet()) {
        out.writeUTF(factor.getKey());
        write(factor.getValue(), out);
      }
      writeVectors(content.learnt().embedding(), out);
      writeVectors(content.learnt().output(), out);
      write(content.register().logRatios(), out);
      out.writeInt(content.examples().size());
      for (ExampleKey key : content.examples()) {
        out.writeLong(key.high());
        out.writeLong(key.low());
      }
    }
    return bytes.toByteArray();
  }

  /** In 8 bits, as they come to stand in the graphs. */
  private static void writeVectors(Map<Integer, float[]> vectors, DataOutputStream out)
      throws IOException {
    out.writeInt(vectors.size());
    for (Map.Entry<Integer, float[]> vector : vectors.entrySet()) {
      RoundedVector rounded = RoundedVector.of(vector.getValue());
      out.writeInt(vector.getKey());
      out.writeFloat(rounded.scale());
      out.writeInt(rounded.integers().length);
      out.write(rounded.integers());
    }
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }
}
