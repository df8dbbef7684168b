package org.amts.engine.local;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Checksums: SHA-256 of a model's files, CRC-32 of what is kept in a cache. */
final class Checksum {

  private Checksum() {}

  /** In hexadecimal, lower case. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest(content));
  }

  /** As 32 bytes. */
  static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** CRC-32 of the bytes between a buffer's position and its limit, which it moves past. */
  static long crc32(ByteBuffer bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }
}
