package org.amts.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes of a file and the text that they encode. Text is UTF-8, with or without a byte order
 * mark; other bytes are kept, and {@link #isText()} is false. Immutable.
 */
public final class SourceText {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String name;
  private final byte[] bytes;
  private final boolean hasByteOrderMark;
  private final boolean isText;
  private final String text;
  private final int firstBadByte;
  private int[] lineStarts = new int[0];

  private SourceText(String name, byte[] bytes) {
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = bytes;
    this.hasByteOrderMark = startsWithByteOrderMark(bytes);
    int start = hasByteOrderMark ? BYTE_ORDER_MARK.length : 0;
    ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
    String decoded = "";
    boolean valid = true;
    try {
      decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(content)
              .toString();
    } catch (CharacterCodingException e) {
      valid = false;
    }
    this.isText = valid;
    this.text = decoded;
    this.firstBadByte = valid ? -1 : content.position();
  }

  /**
   * Reads bytes.
   *
   * @param name the file's name as the user knows it, for messages
   * @param bytes the whole file
   */
  public static SourceText of(String name, byte[] bytes) {
    return new SourceText(name, bytes.clone());
  }

  /** Takes a text that is already decoded. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The file's name as the user knows it. */
  public String name() {
    return name;
  }

  /**
   * Whether the bytes are UTF-8. If not, {@link #text()} is empty and the bytes can only be passed
   * on.
   */
  public boolean isText() {
    return isText;
  }

  /** The text without its byte order mark; line ends as they are in the file. */
  public String text() {
    return text;
  }

  /** A copy of the file's bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Offset of the first byte that is not UTF-8, from 0; -1 if there is none. */
  public int firstBadByte() {
    return firstBadByte;
  }

  /**
   * The line of a position in {@link #text()}, from 1.
   *
   * @param offset in UTF-16 code units, from 0 to the text's length inclusive
   */
  public int lineOf(int offset) {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts(text);
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The bytes of a changed text, with this file's byte order mark if it has one. */
  byte[] encode(String changed) {
    byte[] content = changed.getBytes(StandardCharsets.UTF_8);
    if (!hasByteOrderMark) {
      return content;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + BYTE_ORDER_MARK.length);
    out.writeBytes(BYTE_ORDER_MARK);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1; // the first line starts at 0
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A line ends with LF, CRLF or a lone CR.
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
