package org.amts.cli.git;

import java.io.ByteArrayOutputStream;

/**
 * Line ends as Git converts them: with {@code core.autocrlf} or {@code eol=crlf}, a file on disk
 * has CRLF where its object has LF, and so another object id.
 */
final class LineEnds {

  private LineEnds() {}

  /** The bytes with LF for CRLF. */
  static byte[] unix(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  /** The bytes with CRLF for LF. */
  static byte[] windows(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 32);
    for (byte b : unix(bytes)) {
      if (b == '\n') {
        out.write('\r');
      }
      out.write(b);
    }
    return out.toByteArray();
  }
}
