package org.amts.engine.local;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.amts.document.AtomicFile;

/**
 * What was learnt for an output layer, on disk, behind a header that names the model and the
 * examples. It is a cache: what cannot be read, or belongs to something else, is missing, and what
 * cannot be written is not kept.
 */
final class OutputLayerFile {

  /** What the bytes mean, and how they were learnt; raise it with every change of either. */
  private static final int FORMAT = 1;

  private final Path path;
  private final byte[] header;

  /**
   * @param identity of the model
   * @param fingerprint of the memory
   */
  OutputLayerFile(Path path, String identity, String fingerprint) {
    this.path = path;
    header =
        ("AMTS output layer " + FORMAT + " " + identity + " " + fingerprint + "\n")
            .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What was learnt.
   *
   * @param rows new vectors of tokens
   * @param register of the memory
   */
  record Content(Map<Integer, RoundedVector> rows, MemoryRegister register) {}

  /** Reads the file. */
  Optional<Content> read(int width, int vocabulary) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
      byte[] found = new byte[header.length];
      in.get(found);
      if (!Arrays.equals(found, header) || in.getLong() != Checksum.crc32(in.slice())) {
        return Optional.empty();
      }
      Map<Integer, RoundedVector> rows = new TreeMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        int token = in.getInt();
        float scale = in.getFloat();
        byte[] integers = new byte[width];
        in.get(integers);
        rows.put(token, new RoundedVector(integers, scale));
      }
      float[] logRatios = new float[vocabulary];
      in.asFloatBuffer().get(logRatios);
      return Optional.of(new Content(rows, new MemoryRegister(logRatios)));
    } catch (IOException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  /** Replaces the file. */
  void write(Content content) {
    float[] logRatios = content.register().logRatios();
    int rowBytes =
        content.rows().values().stream()
            .mapToInt(row -> Integer.BYTES + Float.BYTES + row.integers().length)
            .sum();
    ByteBuffer body =
        ByteBuffer.allocate(Integer.BYTES + rowBytes + Float.BYTES * logRatios.length);
    body.putInt(content.rows().size());
    content
        .rows()
        .forEach((token, row) -> body.putInt(token).putFloat(row.scale()).put(row.integers()));
    for (float logRatio : logRatios) {
      body.putFloat(logRatio);
    }
    body.flip();
    ByteBuffer file = ByteBuffer.allocate(header.length + Long.BYTES + body.remaining());
    file.put(header).putLong(Checksum.crc32(body.slice())).put(body);
    try {
      AtomicFile.write(path, file.array());
    } catch (IOException e) {
      // a full disk, say: it is learnt again next time
    }
  }
}
