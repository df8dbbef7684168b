package org.amts.engine.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks through the wire format of Protocol Buffers, in which SentencePiece models and ONNX graphs
 * are written: as much of it as finding a few fields takes. All methods read at a buffer's position
 * and move it; on a damaged file they throw {@link java.nio.BufferUnderflowException}, {@link
 * IllegalArgumentException} or {@link IndexOutOfBoundsException}.
 */
final class Protobuf {

  private static final int NUMBER = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int MESSAGE = 2;
  private static final int FOUR_BYTES = 5;

  private Protobuf() {}

  /** The tag before a field that is a message, a text or a sequence of bytes. */
  static int messageTag(int field) {
    return field << 3 | MESSAGE;
  }

  /** The tag before a field that is a number. */
  static int numberTag(int field) {
    return field << 3 | NUMBER;
  }

  /** The next number; of one that is longer than an int, the lower half. */
  static int number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return (int) value;
      }
    }
    throw new IllegalArgumentException("number without end");
  }

  /** The next message, whose length stands before it, in the same bytes. */
  static ByteBuffer message(ByteBuffer in) {
    int length = number(in);
    ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return part;
  }

  /** Goes past the field whose tag was just read. */
  static void skip(ByteBuffer in, int tag) {
    switch (tag & 7) {
      case NUMBER -> number(in);
      case EIGHT_BYTES -> in.position(in.position() + Long.BYTES);
      case MESSAGE -> message(in);
      case FOUR_BYTES -> in.position(in.position() + Integer.BYTES);
      default -> throw new IllegalArgumentException("wire type " + (tag & 7));
    }
  }
}
