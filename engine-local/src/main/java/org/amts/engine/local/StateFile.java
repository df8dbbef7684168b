package org.amts.engine.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States of examples on disk, one record after the other behind a header that names the model. It
 * is a cache: what cannot be read is missing, what cannot be written is not kept, and a file of
 * another model, or one that has grown too large, is begun anew. The caller sees to it that no
 * other process writes to the file. Safe for use by many threads.
 */
final class StateFile implements AutoCloseable {

  /** What the bytes mean; raise it with every change. */
  private static final int FORMAT = 3;

  /** A larger file is not added to, and begun anew when it is next opened. */
  private static final long LARGEST = 1L << 30;

  /** Key, number of tokens, checksum. */
  private static final int RECORD_HEADER = 2 * Long.BYTES + 2 * Integer.BYTES;

  private final FileChannel channel;
  private final int width;
  private final Map<ExampleKey, Long> places = new HashMap<>();
  private long end;
  private boolean writable = true;

  private StateFile(FileChannel channel, int width) {
    this.channel = channel;
    this.width = width;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param identity of the model
   * @param width of a state
   * @return null if the file cannot be used
   */
  static @Nullable StateFile open(Path path, String identity, int width) {
    FileChannel channel = null;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      StateFile file = new StateFile(channel, width);
      file.readHeaders(
          ("AMTS states " + FORMAT + " " + width + " " + identity + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      close(channel);
      return null;
    }
  }

  private void readHeaders(byte[] header) throws IOException {
    ByteBuffer found = ByteBuffer.allocate(header.length);
    boolean ours =
        channel.size() <= LARGEST && read(found, 0) && Arrays.equals(found.array(), header);
    end = header.length;
    if (!ours) {
      channel.truncate(0);
      write(ByteBuffer.wrap(header), 0);
      return;
    }
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER);
    while (read(record.clear(), end)) {
      ExampleKey key = new ExampleKey(record.getLong(), record.getLong());
      int count = record.getInt();
      long next = end + RECORD_HEADER + (long) ExampleStates.bytesOnDisk(count, width);
      if (count < 0 || next > channel.size()) {
        break;
      }
      places.put(key, end);
      end = next;
    }
    channel.truncate(end); // the rest was being written when the process ended
  }

  /** The states of an example; null if they are not in the file. */
  @Nullable ExampleStates read(ExampleKey key) {
    Long place;
    synchronized (this) {
      place = places.get(key);
    }
    if (place == null) {
      return null;
    }
    try {
      ByteBuffer header = ByteBuffer.allocate(RECORD_HEADER);
      if (!read(header, place)) {
        return null;
      }
      header.position(2 * Long.BYTES);
      int count = header.getInt();
      int checksum = header.getInt();
      ByteBuffer body = ByteBuffer.allocate(ExampleStates.bytesOnDisk(count, width));
      return read(body, place + RECORD_HEADER) && (int) Checksum.crc32(body.duplicate()) == checksum
          ? ExampleStates.from(body, count, width)
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Adds the states of an example. */
  synchronized void append(ExampleKey key, ExampleStates states) {
    if (!writable || end > LARGEST) {
      return;
    }
    ByteBuffer body = ByteBuffer.allocate(ExampleStates.bytesOnDisk(states.size(), width));
    states.put(body);
    body.flip();
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + body.remaining());
    record
        .putLong(key.high())
        .putLong(key.low())
        .putInt(states.size())
        .putInt((int) Checksum.crc32(body.duplicate()));
    record.put(body.rewind()).flip();
    int length = record.remaining();
    try {
      write(record, end);
      places.put(key, end);
      end += length;
    } catch (IOException e) {
      writable = false; // a full disk, say: the states are computed again next time
    }
  }

  /** Fills a buffer from a place in the file, and rewinds it; false if the file is too short. */
  private boolean read(ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        return false;
      }
    }
    into.flip();
    return true;
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes, at + bytes.position());
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // nothing that counts is lost: it is a cache
    }
  }
}
