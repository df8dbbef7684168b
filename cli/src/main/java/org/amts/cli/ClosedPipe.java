package org.amts.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that stops the command when nobody reads it any more, as in {@code amts extract
 * FILE | head}. Java's {@link java.io.PrintWriter} would swallow the error and let the command work
 * on for nothing.
 */
final class ClosedPipe extends RuntimeException {

  private ClosedPipe(IOException cause) {
    super("standard output was closed", cause);
  }

  /** A stream that throws {@link ClosedPipe} where {@code out} fails. */
  static OutputStream detectedOn(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int start, int length) {
        try {
          out.write(bytes, start, length);
        } catch (IOException e) {
          throw new ClosedPipe(e);
        }
      }

      @Override
      public void flush() {
        try {
          out.flush();
        } catch (IOException e) {
          throw new ClosedPipe(e);
        }
      }
    };
  }
}
