package org.amts.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, which may end with LF, CRLF or a lone CR. A line is decoded for itself, so
 * that bytes which are not UTF-8 are found at their line.
 */
final class Utf8Lines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private int number;
  private boolean afterCarriageReturn;

  Utf8Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its end and, at the start of the stream, without a byte order mark; null
   * after the last.
   *
   * @throws CharacterCodingException if the line is not UTF-8; the next call goes on behind it
   */
  @Nullable String next() throws IOException {
    bytes.reset();
    int next = in.read();
    if (afterCarriageReturn && next == '\n') {
      next = in.read();
    }
    afterCarriageReturn = false;
    if (next < 0) {
      return null;
    }
    number++;
    while (next >= 0 && next != '\n' && next != '\r') {
      bytes.write(next);
      next = in.read();
    }
    afterCarriageReturn = next == '\r';
    String line = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    return number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK
        ? line.substring(1)
        : line;
  }

  /** The number of the line that {@link #next()} read last, from 1. */
  int number() {
    return number;
  }
}
